import formbody from '@fastify/formbody';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Signatures } from './signature.js';
import type { Outcome, Switchboard, Webhooked } from './switchboard.js';
import { helplessTwiml } from './twiml.js';
import { type Webhook, webhook } from './webhook.js';
import { words } from './words.zh.js';

interface PhoneRoutesParts {
  switchboard: Switchboard;
  signatures: Signatures;
  base: string;
  /** The desk's telephone while somebody sits there. */
  deskNow: () => string | null;
}

/** Bytes: what a recogniser writes in one turn, each character as nine. */
const LONGEST_FORM = 256 * 1024;

const turnParams = z.strictObject({ n: z.coerce.number().int().min(0).max(100_000) });
const turnQuery = z.object({ heard: z.coerce.number().int().min(0).max(1000).optional() });

/** What may be told to who is not Twilio. */
const refused = (status: number, code: string, title: string) => ({
  type: `urn:yiwen:problem:${code}`,
  title,
  status,
  code,
});
const FORBIDDEN = refused(403, 'forbidden', '签名不对。');
const MALFORMED = refused(400, 'malformed', '这个请求没有看懂。');

/** The webhooks of the telephone company. Every one is signed; what is not is refused before it is looked at. */
export function phoneRoutes({
  switchboard,
  signatures,
  base,
  deskNow,
}: PhoneRoutesParts): FastifyPluginAsync {
  return async (app) => {
    app.removeAllContentTypeParsers();
    await app.register(formbody, { bodyLimit: LONGEST_FORM });

    /** The webhook, or null when it was refused. */
    function accepted(request: FastifyRequest, reply: FastifyReply): Webhooked | null {
      const parameters = formOf(request.body);
      if (!signatures.ofWebhook(headerOf(request, 'x-twilio-signature'), request.raw.url ?? '', parameters)) {
        void problem(reply, FORBIDDEN);
        return null;
      }
      const parsed = webhook.safeParse(parameters);
      if (!parsed.success) {
        void problem(reply, MALFORMED);
        return null;
      }
      return { params: parsed.data, token: headerOf(request, 'i-twilio-idempotency-token') ?? null };
    }

    async function answered(
      request: FastifyRequest,
      reply: FastifyReply,
      answer: (hook: Webhooked) => Promise<Outcome>,
    ): Promise<FastifyReply> {
      const hook = accepted(request, reply);
      if (hook === null) return reply;
      try {
        const outcome = await answer(hook);
        if (outcome === 'replayed') return problem(reply, FORBIDDEN);
        if (outcome === 'crowded') return twiml(reply, helplessTwiml(words.crowded, base, deskNow()));
        return twiml(reply, outcome.twiml);
      } catch (error) {
        // Whatever happens, the caller is not cut off.
        request.log.error({ err: error, call: hook.params.CallSid }, 'a turn of a call failed');
        return twiml(reply, helplessTwiml(words.failed, base, deskNow()));
      }
    }

    // No browser comes here: its protections would only cost each turn.
    const route = { config: { rateLimit: false }, schema: { hide: true }, helmet: false as const };

    app.post('/voice/incoming', route, (request, reply) =>
      answered(request, reply, (hook) => switchboard.incoming(hook)),
    );

    app.post('/voice/turn/:n', route, async (request, reply) => {
      const at = turnParams.safeParse(request.params);
      const query = turnQuery.safeParse(request.query);
      if (!at.success || !query.success) return problem(reply, MALFORMED);
      return answered(request, reply, (hook) => switchboard.turn(at.data.n, query.data.heard ?? null, hook));
    });

    app.post('/voice/fallback', route, (request, reply) =>
      answered(request, reply, ({ params }) => switchboard.again(params)),
    );

    app.post('/voice/status', route, async (request, reply) => {
      const hook = accepted(request, reply);
      if (hook === null) return reply;
      if (isOver(hook.params)) await switchboard.ended(hook.params.CallSid);
      return reply.status(204).send();
    });
  };
}

const OVER: ReadonlySet<string> = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);
const isOver = ({ CallStatus }: Webhook): boolean => OVER.has(CallStatus ?? '');

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
};

const form = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const formOf = (body: unknown) => form.safeParse(body ?? {}).data ?? {};

const twiml = (reply: FastifyReply, document: string): FastifyReply =>
  reply.type('text/xml; charset=utf-8').send(document);

const problem = (reply: FastifyReply, refusal: { status: number }): FastifyReply =>
  reply.status(refusal.status).type('application/problem+json').serializer(JSON.stringify).send(refusal);
