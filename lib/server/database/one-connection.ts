import pg from 'pg';

/**
 * Runs something on one connection of its own and closes it.
 *
 * @param connectTimeoutMs how long connecting may take.
 */
export const withConnection = async <T>(
  connectionString: string,
  use: (client: pg.Client) => Promise<T>,
  connectTimeoutMs = 10_000,
): Promise<T> => {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: connectTimeoutMs });
  // Without a listener, Node ends the process when the server closes the connection; the query fails anyway.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
};
