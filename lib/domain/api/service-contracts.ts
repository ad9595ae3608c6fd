import { z } from 'zod';
import * as answers from './answers';
import { get, none } from './contract-parts';

/** Routes about the service itself. */
export const serviceContracts = {
  health: get({
    path: 'health',
    name: 'readHealth',
    summary: 'Whether the app and its database answer',
    group: 'service',
    params: none,
    answer: answers.health,
    failures: ['internal'],
  }),

  openapi: get({
    path: 'openapi.json',
    name: 'readOpenApi',
    summary: 'This document',
    group: 'service',
    params: none,
    answer: z.record(z.string(), z.unknown()),
    failures: ['internal'],
  }),
} as const;
