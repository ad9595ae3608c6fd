// `schema`: the JSON Schema of own JSON, as docs/formats holds it.

import { mapJsonSchema } from '@/lib/domain/formats/map-json-schema';

/** Runs the command; the exit code. */
export const run = async (): Promise<number> => {
  process.stdout.write(mapJsonSchema());
  return 0;
};
