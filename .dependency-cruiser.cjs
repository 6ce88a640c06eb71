// The import rule of the house (docs/architecture.md): main -> app -> channels -> bot -> the rooms below.
const room = (name) => `^src/${name}(/|\\.ts$)`;
const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

/** An SDK is imported by its one adapter alone. */
const sdk = (name, adapter) =>
  forbid(
    `sdk-${name}`,
    { path: '^src/', pathNot: adapter },
    { path: `node_modules/${name}/` },
    `${name} belongs to ${adapter}`,
  );

module.exports = {
  forbidden: [
    forbid(
      'no-circular',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'cycles hide which way the data goes',
    ),
    forbid(
      'main-only-app',
      { path: room('main') },
      { path: '^src/(?!main|app|config|channels/terminal|cli)' },
      'main parses the command line; app wires',
    ),
    forbid(
      'only-app-constructs',
      { path: '^src/', pathNot: '^src/((app|main)\\.ts$|cli/)' },
      { path: '^src/((app|main)\\.ts$|cli/)' },
      'nothing reaches up to the composition root',
    ),
    forbid(
      'channels-only-bot',
      { path: room('channels') },
      { path: '^src/(appointments/adapters|models/|store/(?!index))' },
      'a channel is transport and presentation',
    ),
    forbid('bot-down', { path: room('bot') }, { path: '^src/channels' }, 'the bot knows no channel'),
    forbid(
      'below-not-up',
      { path: '^src/(knowledge|benefits|appointments|language|models|store)/' },
      { path: '^src/(bot|channels)' },
      'imports run one way',
    ),
    forbid(
      'knowledge-models',
      { path: room('knowledge') },
      { path: '^src/models/', pathNot: '^src/models/embedder' },
      'knowledge uses the embedder only',
    ),
    forbid(
      'bot-models',
      { path: room('bot') },
      { path: '^src/models/', pathNot: '^src/models/chat' },
      'the bot uses the chat model only',
    ),
    forbid(
      'language-pure',
      { path: room('language') },
      { path: '^src/', pathNot: '^src/language', dependencyTypesNot: ['type-only'] },
      'language imports only types of ours',
    ),
    forbid(
      'benefits-pure',
      { path: room('benefits') },
      { path: '^src/', pathNot: '^src/benefits', dependencyTypesNot: ['type-only'] },
      'benefits imports only types of ours',
    ),
    forbid(
      'pure-no-io',
      { path: '^src/(language|benefits)/' },
      { path: '^(node:)?(fs|net|http|https|child_process|fs/promises)$' },
      'pure rooms do no I/O',
    ),
    forbid(
      'config-reads-env',
      { path: '^src/', pathNot: '^src/(config|app|main|cli|open-)' },
      { path: '^src/config' },
      'configuration arrives as arguments',
    ),
    sdk('better-sqlite3', '^src/store/'),
    sdk('pg', '^src/store/'),
    sdk('hnswlib-node', '^src/knowledge/search/'),
    sdk('mammoth', '^src/knowledge/reading/'),
    sdk('pdfjs-dist', '^src/knowledge/reading/'),
    sdk('html-to-text', '^src/knowledge/reading/'),
    sdk('@vant/area-data', '^src/knowledge/'),
    sdk('@langchain/ollama', '^src/models/adapters/'),
    sdk('@langchain/openai', '^src/models/adapters/'),
    sdk('opossum', '^src/models/'),
    sdk('fastify', '^src/(channels/(web|phone)|open-)'),
    sdk('twilio', '^src/(channels/phone|messages)/'),
    sdk('fhir-kit-client', '^src/appointments/adapters/fhir/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
