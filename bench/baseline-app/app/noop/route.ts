/** What a route handler of this Next version costs by itself. */
export async function PUT(request: Request): Promise<Response> {
  await request.json();
  return Response.json({ ok: true });
}
