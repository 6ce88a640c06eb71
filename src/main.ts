#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { index, ingest, migrate, retrieve } from './cli/corpus.js';
import { evaluate } from './cli/evaluate.js';
import { ask, chat, serve } from './cli/talk.js';
import { ConfigError } from './config.js';

const program = new Command('yiwen')
  .description('颐问：医养结合政策问答')
  .showHelpAfterError('用 yiwen --help 看怎么用')
  .exitOverride();

program.command('serve').description('启动服务').action(serve);
program
  .command('ask')
  .description('问一个问题')
  .argument('<question>', '问题')
  .option('--region <place>', '老人在哪里：地名或六位行政区划代码')
  .option('--json', '输出 JSON')
  .action(ask);
program.command('chat').description('在终端里对话').option('--region <place>', '老人在哪里').action(chat);

program
  .command('ingest')
  .description('收录政策文件（md、txt、html、docx、有文字层的 pdf）')
  .argument('<file...>', '文件')
  .option('--region <place>', '适用地区：地名或六位行政区划代码')
  .option('--title <title>', '标题')
  .option('--number <number>', '文号')
  .option('--issued <date>', '成文日期，如 2024-01-23')
  .option('--effective-from <date>', '从哪天起施行')
  .option('--effective-to <date>', '到哪天为止')
  .option('--source <address>', '出处')
  .action(ingest);
program
  .command('index')
  .description('更新索引')
  .option('--check', '只检查：索引过时就以 1 退出')
  .action(index);
program
  .command('retrieve')
  .description('在给出的文档里给问题找答案（JSONL）')
  .requiredOption('--docs <file>', '文档，每行 {"id","text"}')
  .requiredOption('--questions <file>', '问题，每行 {"id","question"}')
  .option('--top <n>', '每个问题给出几个', '10')
  .action(retrieve);
program.command('migrate').description('更新数据库结构').action(migrate);

program
  .command('eval')
  .description('运行评测，写出报告')
  .argument('[component...]', '评测哪些部分；不写就是全部')
  .option('--json', '输出 JSON')
  .action(evaluate);

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
