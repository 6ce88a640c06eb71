#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { ConfigError } from './config.js';

/** Each command loads what it needs and no more: `understand` starts without the server's packages. */
const talk = () => import('./cli/talk.js');
const corpus = () => import('./cli/corpus.js');

const program = new Command('yiwen')
  .description('颐问：医养结合政策问答')
  .showHelpAfterError('用 yiwen --help 看怎么用')
  .exitOverride();

program
  .command('serve')
  .description('启动服务')
  .action(async () => (await import('./cli/serve.js')).serve());
program
  .command('ask')
  .description('问一个问题')
  .argument('<question>', '问题')
  .option('--region <place>', '老人在哪里：地名或六位行政区划代码')
  .option('--json', '输出 JSON')
  .action(async (question, options) => (await talk()).ask(question, options));
program
  .command('chat')
  .description('在终端里对话')
  .option('--region <place>', '老人在哪里')
  .action(async (options) => (await talk()).chat(options));

program
  .command('ingest')
  .description('收录政策文件（md、txt、html、docx、有文字层的 pdf）')
  .argument('<file...>', '文件')
  .option('--id <id>', '在库里的编号，小写字母、数字和 -；不写就由文号得出')
  .option('--region <place>', '适用地区：地名或六位行政区划代码')
  .option('--title <title>', '标题')
  .option('--number <number>', '文号')
  .option('--issued <date>', '成文日期，如 2024-01-23')
  .option('--effective-from <date>', '从哪天起施行')
  .option('--effective-to <date>', '到哪天为止')
  .option('--source <address>', '出处')
  .action(async (files, options) => (await corpus()).ingest(files, options));
program
  .command('index')
  .description('更新索引')
  .option('--check', '只检查：索引过时就以 1 退出')
  .action(async (options) => (await corpus()).index(options));
program
  .command('retrieve')
  .description('在给出的文档里给问题找答案（JSONL）')
  .requiredOption('--docs <file>', '文档，每行 {"id","text"}')
  .requiredOption('--questions <file>', '问题，每行 {"id","question"}')
  .option('--top <n>', '每个问题给出几个', '10')
  .action(async (options) => (await corpus()).retrieve(options));
program
  .command('migrate')
  .description('更新数据库结构')
  .action(async () => (await corpus()).migrate());

const booking = () => import('./cli/appointments.js');

program
  .command('seed')
  .description('在没有机构的数据库里放入样例机构和号源')
  .action(async () => (await booking()).seed());
program
  .command('forget')
  .description('删除一个人的信息，只留预约的号码')
  .requiredOption('--phone <number>', '这个人的电话')
  .action(async (options) => (await booking()).forget(options));
program
  .command('providers')
  .description('收录机构（YAML）和它们的号源（CSV）')
  .command('import')
  .argument('<file...>', '文件')
  .action(async (files) => (await booking()).importFiles(files));

program
  .command('feedback')
  .description('看大家说哪些回答不对（JSONL）')
  .option('--since <date>', '从哪天起，如 2026-11-01')
  .action(async (options) => (await import('./cli/feedback.js')).feedback(options));

program
  .command('eval')
  .description('运行评测，写出报告')
  .argument('[component...]', '评测哪些部分；不写就是全部')
  .option('--json', '输出 JSON')
  .option('--model', '用配置的模型和不用模型，各答一遍来比')
  .action(async (components, options) => (await import('./cli/evaluate.js')).evaluate(components, options));

program
  .command('models')
  .description('看配置的模型能不能用：连得上吗、有哪些模型、第一个字要多久')
  .action(async () => (await import('./cli/models.js')).models());

program
  .command('assess')
  .description('给一份名单逐人判断待遇')
  .requiredOption('--csv <file>', '名单，第一行是列名')
  .requiredOption('--region <place>', '按哪里的政策')
  .requiredOption('--out <file>', '结果写到哪里')
  .option('--as-of <date>', '按哪一天的规定，如 2026-11-21；不写就是今天')
  .action(async (options) => (await import('./cli/assess.js')).assess(options));

program
  .command('understand')
  .description('读懂一行行文字：一行文字进，一行 JSON 出')
  .option('--now <time>', '当作现在的时间，如 2026-11-21T10:00:00+08:00')
  .action(async (options, command) => (await import('./cli/understand.js')).understand(options, command));

/** 0 done, 1 failed, 2 wrong usage. */
async function main(): Promise<number> {
  try {
    await program.parseAsync();
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${error instanceof ConfigError ? '配置不对：' : '出错了：'}${message}\n`);
    return error instanceof ConfigError ? 2 : 1;
  }
}

process.exitCode = await main();
