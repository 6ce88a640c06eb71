import type { FastifyPluginAsync } from 'fastify';
import type { WebSocket } from 'ws';
import { RelayConversation, type RelayParts } from './relay.js';
import type { Signatures } from './signature.js';

interface RelayRouteParts extends Omit<RelayParts, 'onError'> {
  signatures: Signatures;
  /** Sockets at once. */
  sockets: number;
}

/** `GET /voice/relay`: ConversationRelay's socket; an upgrade that is not signed is refused. */
export function relayRoute({ signatures, sockets, ...parts }: RelayRouteParts): FastifyPluginAsync {
  return async (app) => {
    let open = 0;
    app.route({
      method: 'GET',
      url: '/voice/relay',
      config: { rateLimit: false },
      schema: { hide: true },
      preValidation: async (request, reply) => {
        const signature = request.headers['x-twilio-signature'];
        const signed =
          typeof signature === 'string' &&
          signatures.ofUpgrade(signature, request.raw.url?.split('?')[0] ?? '');
        if (!signed) return reply.status(403).send({ code: 'forbidden' });
        if (open >= sockets) return reply.status(503).send({ code: 'too-many-sockets' });
      },
      handler: async (_request, reply) => reply.status(426).send({ code: 'upgrade-required' }),
      wsHandler: (socket: WebSocket, request) => {
        open++;
        const onError = (error: unknown): void => request.log.error({ err: error }, 'a relay turn failed');
        const conversation = new RelayConversation(socket, { ...parts, onError });
        socket.on('message', (data, isBinary) => conversation.take(isBinary ? '' : data.toString()));
        socket.on('error', (error: Error) => request.log.info({ err: error }, 'relay socket closed'));
        socket.on('close', () => {
          open--;
          conversation.closed();
        });
      },
    });
  };
}
