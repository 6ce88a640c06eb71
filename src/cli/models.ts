import { readConfig } from '../config.js';
import { chatEndpoint, embeddingEndpoint, rerankEndpoint } from '../config-models.js';
import { remoteChat } from '../models/chat-remote.js';
import type { Endpoint } from '../models/endpoint.js';
import { listModels, type Tried, tryChat, tryEmbedder, tryJson } from '../models/probe.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Says what of the models configured can be reached and what it can do. Throws when something cannot. */
export async function models(): Promise<void> {
  const config = readConfig();
  const chat = chatEndpoint(config);
  const ranking = rerankEndpoint(config);
  const embedding = embeddingEndpoint(config);
  const faults: string[] = [];
  const tell = <T>(what: string, result: Tried<T>, words: (ok: T, ms: string) => string): void => {
    const ok = 'ok' in result;
    say(`  ${what}：${ok ? words(result.ok, `${result.ms.toFixed(0)} 毫秒`) : `不行，${result.fault}`}`);
    if (!ok) faults.push(what);
  };
  const tellChat = async (what: string, of: Endpoint): Promise<void> => {
    say(`${what}：${of.name}，${of.url}（${of.kind}）`);
    tell('服务器', await listModels(of), (names) => describe(names, of));
    const model = await remoteChat(of, config.MODEL_JSON);
    tell('第一个字', await tryChat(model), (_, ms) => ms);
    tell(`按格式回答（${config.MODEL_JSON}）`, await tryJson(model), (_, ms) => `会，${ms}`);
  };
  if (chat === null) say('对话模型：没有配置（MODEL_URL、MODEL_NAME）；回答不用模型');
  else await tellChat('对话模型', chat);
  if (ranking === null) say('重排模型：没有配置（MODEL_RERANK）；用自带的次序');
  else await tellChat('重排模型', ranking);
  if (embedding === null) say('向量模型：没有配置（EMBEDDING_URL、EMBEDDING_NAME）；用自带的');
  else {
    say(`向量模型：${embedding.name}，${embedding.url}（${embedding.kind}）`);
    tell('服务器', await listModels(embedding), (names) => describe(names, embedding));
    tell('向量', await tryEmbedder(embedding), (dimension, ms) => `${dimension} 维，${ms}`);
  }
  if (faults.length > 0) throw new Error(`模型用不了：${faults.join('、')}`);
}

function describe(names: readonly string[], { kind, name }: Endpoint): string {
  const held = names.some((n) => n === name || n === `${name}:latest`);
  const get = kind === 'ollama' ? `，先运行 ollama pull ${name}` : '';
  return `能连上，有 ${names.length} 个模型（${names.slice(0, 8).join('、')}）${held ? '' : `，没有 ${name}${get}`}`;
}
