import {
  type BaseMessage,
  type BaseMessageChunk,
  HumanMessage,
  isAIMessageChunk,
  SystemMessage,
} from '@langchain/core/messages';
import type { ChatMessage, ChatPiece } from '../chat.js';

export const asLangChain = (messages: readonly ChatMessage[]): BaseMessage[] =>
  messages.map(({ role, text }) => (role === 'system' ? new SystemMessage(text) : new HumanMessage(text)));

/**
 * What one chunk of a streamed reply brings: its words, the arguments of a tool it calls, the tokens used. Adapters
 * take chunks from the model's own stream: the one around it adds up all that was said with every chunk, and reports
 * to whatever tracer the environment names.
 */
export function piecesOf(chunk: BaseMessageChunk): ChatPiece[] {
  if (!isAIMessageChunk(chunk)) return [];
  const { content, tool_call_chunks, usage_metadata } = chunk;
  const words = typeof content === 'string' ? [content] : [];
  const called = (tool_call_chunks ?? []).map(({ args }) => args ?? '');
  const pieces: ChatPiece[] = [...words, ...called].flatMap((text) => (text === '' ? [] : [{ text }]));
  if (usage_metadata) {
    const { input_tokens: prompt, output_tokens: reply } = usage_metadata;
    pieces.push({ tokens: { prompt, reply } });
  }
  return pieces;
}
