import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { nextAuthOptions } from '@/lib/server/account/next-auth';

/** next-auth's own routes: sign-in, callbacks of identity providers, their CSRF token. */
const handler = (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) =>
  NextAuth(request, context, nextAuthOptions());

export { handler as GET, handler as POST };
