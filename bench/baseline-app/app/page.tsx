import { connection } from 'next/server';

/** The emptiest page that is rendered for each request, as ours are. */
export default async function Page() {
  await connection();
  return <p>Nothing</p>;
}
