import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';

const unset = (): never => {
  throw new Error('the compilers of the server are set after it is made');
};

/** For a server that `checkByZod` is called on: loading the compilers that Fastify has takes a tenth of the start. */
export const noCompilers = {
  schemaController: { compilersFactory: { buildValidator: unset, buildSerializer: unset } },
} satisfies FastifyServerOptions;

/** What comes in is checked by zod. What goes out is typed where it is made; checking it again would cost more than that. */
export function checkByZod(app: FastifyInstance): void {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => JSON.stringify);
}
