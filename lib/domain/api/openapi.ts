import { z } from 'zod';
import { FAILURE_CODES } from '../failure';
import type { AnyContract } from './contract';
import { contractList } from './contracts';

/** The OpenAPI 3.1 document, made from the contracts: JSON Schema straight from zod. */

type Json = Record<string, unknown>;

const failureBody = z.object({
  error: z.object({
    code: z.enum(FAILURE_CODES),
    message: z.string(),
    field: z.string().optional(),
    requestId: z.uuid(),
    current: z.unknown().optional(),
  }),
});

/** The schemas that others refer to by name, gathered while the document is made. */
type Named = Record<string, Json>;

/** A schema whose named parts stand in `components`: a reference is read from the root of the whole document. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output', named: Named): Json {
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  const { $schema: _, $defs = {}, ...rest } = withComponentReferences(made) as Json & { $defs?: Named };
  Object.assign(named, $defs);
  return rest;
}

function withComponentReferences(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withComponentReferences);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string'
        ? value.replace('#/$defs/', '#/components/schemas/')
        : withComponentReferences(value),
    ]),
  );
}

const content = (schema: Json): Json => ({ 'application/json': { schema } });

function parameters(contract: AnyContract, named: Named): Json[] {
  const path = [...contract.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const query = jsonSchema(contract.query, 'input', named);
  const alternatives = (query.anyOf ?? [query]) as { properties?: Json }[];
  const names = new Map(alternatives.flatMap(({ properties }) => Object.entries(properties ?? {})));
  const header = contract.isIdempotent
    ? [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: 'A UUID; the same key is answered the same for 24 hours.',
          schema: { type: 'string', format: 'uuid' },
        },
      ]
    : [];
  // Sent by our own pages with everything; optional for others.
  const person = {
    name: 'Standpoint-Person',
    in: 'header',
    required: false,
    description:
      'Id of the account that is meant; refused (signed-in-as-another) when the session is not theirs.',
    schema: { type: 'string', format: 'uuid' },
  };
  return [
    ...path,
    ...[...names].map(([name, schema]) => ({ name, in: 'query', required: names.size === 1, schema })),
    ...header,
    person,
  ];
}

function operation(contract: AnyContract, named: Named): Json {
  return {
    operationId: contract.name,
    summary: contract.summary,
    tags: [contract.group],
    parameters: parameters(contract, named),
    ...(contract.needsSignIn ? { security: [{ session: [] }] } : {}),
    ...(contract.body
      ? { requestBody: { required: true, content: content(jsonSchema(contract.body, 'input', named)) } }
      : {}),
    responses: {
      [contract.status]: {
        description: contract.summary,
        ...(contract.answer ? { content: content(jsonSchema(contract.answer, 'output', named)) } : {}),
      },
      default: {
        description: `A failure; code is one of ${contract.failures.join(', ')}`,
        content: content({ $ref: '#/components/schemas/Failure' }),
      },
    },
  };
}

/** The whole document for the app at this address, whose session cookie has this name. */
export function openApiDocument(publicUrl: string, sessionCookie: string): Json {
  const paths: Record<string, Json> = {};
  const named: Named = {};
  for (const contract of contractList) {
    const path = `/${contract.path}`;
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operation(contract, named) };
  }
  const failure = jsonSchema(failureBody, 'output', named);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Standpoint',
      version: '1',
      description:
        'Reads and writes of a Standpoint installation; its own pages use nothing else. Writes need the session cookie and an Origin header that names this installation.',
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    paths,
    components: {
      schemas: { ...named, Failure: failure },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookie } },
    },
  };
}
