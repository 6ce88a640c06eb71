import { ollamaServer } from './ollama-server.js';
import { modestly } from './scripts.js';

/**
 * An honest scripted model over Ollama's protocol until it is killed; its address is the one line it prints. For
 * `yiwen eval --model` where no real model can be had.
 */
const server = await ollamaServer(Number(process.argv[2] ?? 0));
server.script = modestly;
process.stdout.write(`${server.url}\n`);
