import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { TextTooLongError, UnknownSessionError } from '../../bot/desk.js';

/** An error that may be shown: RFC 9457 with a stable `code`. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail?: string,
    /** Further members of the problem. */
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(title);
  }
}

export const notFound = (what: string): Problem => new Problem(404, 'not-found', `没有找到${what}。`);
const tooLarge = new Problem(413, 'too-large', new TextTooLongError().message);
export const tooMany = new Problem(429, 'too-many-requests', '问得太快了，请稍等一会儿再试。');
export const malformed = new Problem(400, 'malformed', '这条消息没有看懂：它不是合格的 JSON。');
const unknownSession = new Problem(404, 'unknown-session', '没有找到这次对话，请不带 sessionId 重新开始。');
const badRequest = (status: number): Problem => new Problem(status, 'bad-request', '这个请求没有看懂。');
const internal = new Problem(500, 'internal', '系统出了点问题，请再说一遍；急事请打 12345。');

const KNOWN: Record<string, Problem> = {
  FST_ERR_CTP_BODY_TOO_LARGE: tooLarge,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new Problem(415, 'unsupported-media-type', '请用 application/json 发送。'),
  FST_ERR_CTP_INVALID_JSON_BODY: malformed,
  FST_ERR_CTP_EMPTY_JSON_BODY: new Problem(400, 'malformed', '没有收到内容。'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: new Problem(400, 'malformed', '内容的长度和说明的不一样。'),
};

/** What may be shown of an error; everything unforeseen is `internal`. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof UnknownSessionError) return unknownSession;
  if (error instanceof TextTooLongError) return tooLarge;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const first = error.validation[0];
    const where = first?.instancePath.replace(/^\//, '').replaceAll('/', '.') || '内容';
    return new Problem(400, 'invalid', '有一项内容不合要求。', `${where}: ${first?.message ?? ''}`);
  }
  if (!isFastifyError(error)) return internal;
  const known = KNOWN[error.code];
  if (known) return known;
  const { statusCode } = error;
  if (error instanceof SyntaxError && statusCode === 400) return malformed;
  if (statusCode === 429) return tooMany;
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500
    ? badRequest(statusCode)
    : internal;
}

const isFastifyError = (error: unknown): error is FastifyError =>
  error instanceof Error && ('code' in error || 'statusCode' in error);

const MEDIA_TYPE = 'application/problem+json';

const bodyOf = ({ status, code, title, detail, more }: Problem): string =>
  JSON.stringify({
    type: `urn:yiwen:problem:${code}`,
    title,
    status,
    code,
    ...(detail ? { detail } : {}),
    ...more,
  });

/** Sends what `error` may show and logs the rest. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error);
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
  return reply.status(problem.status).type(MEDIA_TYPE).send(bodyOf(problem));
}

/** Answers what is not HTTP at all, or has headers beyond all measure: no request exists yet. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable) return;
  const status =
    error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const body = bodyOf(badRequest(status));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: ${MEDIA_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
