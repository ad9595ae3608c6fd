'use client';

import './globals.css';

/** The last resort, when not even the page's frame can be drawn: no catalogue is at hand, so it speaks both languages. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <head>
        <title>Standpoint</title>
      </head>
      <body>
        <main className="mx-auto grid max-w-measure gap-8 px-4 py-16 text-body">
          <div className="grid gap-3">
            <h1 className="font-serif text-title">This page could not be shown</h1>
            <p>
              Something went wrong on the server. What you have voted and written is safe. Try again in a
              moment.
            </p>
          </div>
          <div lang="uk" className="grid gap-3">
            <h2 className="font-serif text-title">Цю сторінку не вдалося показати</h2>
            <p>На сервері щось пішло не так. Ваші голоси й тексти в безпеці. Спробуйте ще раз за мить.</p>
          </div>
          <p>
            <button
              type="button"
              onClick={() => retry()}
              className="min-h-12 rounded border border-ink bg-ink px-6 font-strong text-on-ink"
            >
              Try again · <span lang="uk">Спробувати ще раз</span>
            </button>
          </p>
        </main>
      </body>
    </html>
  );
}
