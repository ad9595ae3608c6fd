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

/** A schema with its named parts inline as `$defs`, which OpenAPI 3.1 reads as they are. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  return rest;
}

const content = (schema: Json): Json => ({ 'application/json': { schema } });

function parameters(contract: AnyContract): Json[] {
  const path = [...contract.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const query = jsonSchema(contract.query, 'input');
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
  return [
    ...path,
    ...[...names].map(([name, schema]) => ({ name, in: 'query', required: names.size === 1, schema })),
    ...header,
  ];
}

function operation(contract: AnyContract): Json {
  return {
    operationId: contract.name,
    summary: contract.summary,
    tags: [contract.group],
    parameters: parameters(contract),
    ...(contract.needsSignIn ? { security: [{ session: [] }] } : {}),
    ...(contract.body
      ? { requestBody: { required: true, content: content(jsonSchema(contract.body, 'input')) } }
      : {}),
    responses: {
      [contract.status]: {
        description: contract.summary,
        ...(contract.answer ? { content: content(jsonSchema(contract.answer, 'output')) } : {}),
      },
      default: {
        description: `A failure; code is one of ${contract.failures.join(', ')}`,
        content: content({ $ref: '#/components/schemas/Failure' }),
      },
    },
  };
}

/** The whole document for the app at this address. */
export function openApiDocument(publicUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const contract of contractList) {
    const path = `/${contract.path}`;
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operation(contract) };
  }
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
      schemas: { Failure: jsonSchema(failureBody, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'standpoint-session' } },
    },
  };
}
