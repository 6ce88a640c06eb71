import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';

/** An error that may be shown: RFC 9457 with a stable `code`. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail?: string,
  ) {
    super(title);
  }
}

export const notFound = (what: string): Problem => new Problem(404, 'not-found', `没有找到${what}。`);

const KNOWN: Record<string, Problem> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new Problem(413, 'too-large', '内容太长了，请不要超过 64 KiB。'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new Problem(415, 'unsupported-media-type', '请用 application/json 发送。'),
  FST_ERR_CTP_INVALID_JSON_BODY: new Problem(400, 'malformed', '发来的不是合格的 JSON。'),
  FST_ERR_CTP_EMPTY_JSON_BODY: new Problem(400, 'malformed', '没有收到内容。'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: new Problem(400, 'malformed', '内容的长度和说明的不一样。'),
};

function toProblem(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const first = error.validation[0];
    const where = first?.instancePath.replace(/^\//, '').replaceAll('/', '.') || '内容';
    return new Problem(400, 'invalid', '有一项内容不合要求。', `${where}: ${first?.message ?? ''}`);
  }
  const known = KNOWN[error.code];
  if (known) return known;
  if (error instanceof SyntaxError) return new Problem(400, 'malformed', '发来的不是合格的 JSON。');
  if (error.statusCode === 429)
    return new Problem(429, 'too-many-requests', '问得太快了，请稍等一会儿再试。');
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new Problem(error.statusCode, 'bad-request', '这个请求没有看懂。');
  }
  return new Problem(500, 'internal', '系统出了点问题，请稍后再试，急事请打 12345。');
}

/** Sends what `error` may show and logs the rest. */
export function sendProblem(
  error: FastifyError | Problem,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const problem = toProblem(error);
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:yiwen:problem:${problem.code}`,
        title: problem.title,
        status: problem.status,
        code: problem.code,
        ...(problem.detail ? { detail: problem.detail } : {}),
      }),
    );
}
