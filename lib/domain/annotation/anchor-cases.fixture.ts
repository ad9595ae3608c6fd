import { Dice, joined, newSentence, prose } from './anchor-prose.fixture';
import {
  CLOSE,
  type Edit,
  inserted,
  inWhole,
  isCyrillic,
  lines,
  lookalike,
  marked,
  OPEN,
  OTHER_WORDS,
  phrase,
  swapWord,
  typo,
  whole,
  withSentence,
} from './anchor-scene.fixture';

/** Edits of texts with known outcome: where an annotated passage is afterwards, or that it is gone. */

export const EDITS: Record<string, Edit> = {
  control: (scene) => ({ before: whole(scene), after: whole(scene), least: 1 }),

  'text added above': (scene) => {
    const after = withSentence(scene, marked(scene.sentence));
    after.unshift([inserted(scene), newSentence(scene.dice, after)]);
    return { before: whole(scene), after: joined(after), least: 1 };
  },

  'text removed above': (scene) => {
    const after = withSentence(scene, marked(scene.sentence));
    const kept = after.map((one, at) => (at < scene.p ? one.slice(1) : one));
    return { before: whole(scene), after: joined(kept), least: 1 };
  },

  'phrase, text added next to it': (scene) => {
    const [a, words, b] = phrase(scene, 3, 6);
    return {
      before: joined(withSentence(scene, a + marked(words) + b)),
      after: joined(withSentence(scene, inserted(scene), a + marked(words) + b, inserted(scene))),
      least: 1,
    };
  },

  'typing mistake mended': (scene) => inWhole(scene, (sentence) => typo(sentence, scene.dice)),

  'word replaced': (scene) => inWhole(scene, (sentence) => swapWord(sentence, scene.dice, OTHER_WORDS)),

  'figure corrected': (scene) =>
    inWhole(scene, (sentence) => sentence.replace(/\d+/, (figure) => String(Number(figure) + 1))),

  'negation put in': (scene) =>
    inWhole(scene, (sentence) =>
      sentence.replace(/ (will|is|was|be|had|have|were|left|cost|applies) /, ' $1 not '),
    ),

  'first word changed': (scene) => inWhole(scene, (sentence) => sentence.replace(/^\S+/, 'Certainly')),

  'last word changed': (scene) => inWhole(scene, (sentence) => sentence.replace(/\S+$/, 'elsewhere.')),

  'middle deleted': (scene) =>
    inWhole(
      scene,
      (sentence) => {
        const words = sentence.split(' ');
        const cut = Math.floor(words.length / 3);
        return [...words.slice(0, cut), ...words.slice(cut * 2)].join(' ');
      },
      { least: 0.85 },
    ),

  'extended in its middle': (scene) =>
    inWhole(scene, (sentence) => {
      const words = sentence.split(' ');
      words.splice(Math.floor(words.length / 2), 0, 'as most of them had feared,');
      return words.join(' ');
    }),

  'prefix rewritten': (scene) => {
    const words = scene.sentence.split(' ');
    const cut = Math.ceil(words.length / 2);
    const quote = marked(words.slice(cut).join(' '));
    return {
      before: joined(withSentence(scene, `${words.slice(0, cut).join(' ')} ${quote}`)),
      after: joined(withSentence(scene, `Everyone gains if ${quote}`)),
      least: 1,
      isSure: words.slice(cut).join(' ').length > 25,
    };
  },

  'suffix rewritten': (scene) => {
    const words = scene.sentence.split(' ');
    const cut = Math.floor(words.length / 2);
    const quote = marked(words.slice(0, cut).join(' '));
    return {
      before: joined(withSentence(scene, `${quote} ${words.slice(cut).join(' ')}`)),
      after: joined(withSentence(scene, `${quote}, as some still hope.`)),
      least: 1,
      isSure: words.slice(0, cut).join(' ').length > 25,
    };
  },

  'paragraph moved up': (scene) => {
    const after = withSentence(scene, marked(scene.sentence));
    const [moved = []] = after.splice(scene.p, 1);
    after.unshift(moved);
    return { before: whole(scene), after: joined(after), least: 1 };
  },

  'paragraph moved down, phrase': (scene) => {
    const [a, words, b] = phrase(scene, 2, 5);
    const after = withSentence(scene, a + marked(words) + b);
    const [moved = []] = after.splice(scene.p, 1);
    after.push(moved);
    return { before: joined(withSentence(scene, a + marked(words) + b)), after: joined(after), least: 1 };
  },

  'paragraphs reversed': (scene) => ({
    before: whole(scene),
    after: joined(withSentence(scene, marked(scene.sentence)).reverse()),
    least: 1,
  }),

  'sentence moved to the end': (scene) => ({
    before: whole(scene),
    after: joined([...withSentence(scene), [marked(scene.sentence)]]),
    least: 1,
  }),

  'moved and mended': (scene) => ({
    before: whole(scene),
    after: joined([[marked(typo(scene.sentence, scene.dice))], ...withSentence(scene)]),
    least: 0.9,
    isSure: false,
  }),

  'twin put in above': (scene) => {
    const [a, words, b] = phrase(scene, 2, 4);
    const before = joined(withSentence(scene, a + marked(words) + b));
    return {
      before,
      after: `They also spoke of ${words} at length.\n\n${before}`,
      least: 1,
      isSure: words.length > 12,
    };
  },

  'twin put in below': (scene) => ({
    before: whole(scene),
    after: `${whole(scene)}\n\n${inserted(scene)} ${scene.sentence} ${newSentence(scene.dice, scene.paragraphs)}`,
    least: 1,
  }),

  'twin stays, passage deleted': (scene) => {
    const [a, words, b] = phrase(scene, 2, 4);
    const twin = `They also spoke of ${words} at length.`;
    return {
      before: `${twin}\n\n${joined(withSentence(scene, a + marked(words) + b))}`,
      after: `${twin}\n\n${joined(withSentence(scene))}`,
    };
  },

  'lookalike stays, passage deleted': (scene) => {
    const twin = lookalike(scene.sentence);
    return {
      before: `${whole(scene)} ${twin}`,
      after: `${joined(withSentence(scene))} ${twin}`,
    };
  },

  'lookalike next to it stays': (scene) => {
    const twin = lookalike(scene.sentence);
    return {
      before: joined(withSentence(scene, marked(scene.sentence), twin)),
      after: joined(withSentence(scene, twin)),
    };
  },

  'lookalike before it stays': (scene) => {
    const twin = lookalike(scene.sentence);
    return {
      before: joined(withSentence(scene, twin, marked(scene.sentence))),
      after: joined(withSentence(scene, twin)),
    };
  },

  'lookalike put in elsewhere, passage deleted': (scene) => ({
    before: whole(scene),
    // Not where the passage was: put there, it would be the passage, edited.
    after: joined(
      scene.p === 0
        ? [...withSentence(scene), [inserted(scene), lookalike(scene.sentence)]]
        : [[lookalike(scene.sentence)], ...withSentence(scene)],
    ),
  }),

  'sentence deleted': (scene) => ({ before: whole(scene), after: joined(withSentence(scene)) }),

  'phrase deleted': (scene) => {
    const [a, words, b] = phrase(scene, 2, 4);
    return {
      before: joined(withSentence(scene, a + marked(words) + b)),
      after: joined(withSentence(scene, (a + b).replace('  ', ' '))),
    };
  },

  'short word replaced': (scene) => {
    const [a, words, b] = phrase(scene, 1, 1);
    const dot = /[.,;”]+$/.exec(words)?.[0] ?? '';
    const word = words.slice(0, words.length - dot.length);
    return {
      before: joined(withSentence(scene, `${a}${marked(word)}${dot}${b}`)),
      after: joined(withSentence(scene, `${a}quixotic${dot}${b}`)),
    };
  },

  'paragraph deleted': (scene) => ({
    before: whole(scene),
    after: joined(scene.paragraphs.filter((_, at) => at !== scene.p)),
  }),

  'another sentence in its place': (scene) => ({
    before: whole(scene),
    after: joined(withSentence(scene, 'A storm took the roof off while everybody slept.')),
  }),

  'another text': (scene) => ({
    before: whole(scene),
    after: joined(prose(new Dice(99), isCyrillic(scene.sentence) ? 'en' : 'uk')),
  }),

  'no text': (scene) => ({ before: whole(scene), after: '' }),

  'lines broken anew': (scene) => ({
    before: whole(scene),
    after: lines(whole(scene), 3 + scene.dice.below(6)),
    least: 0.85,
  }),

  'straight quotes and dashes': (scene) => ({
    before: joined(withSentence(scene, marked(`“Half of it – they’d say – isn’t ours,” ${scene.sentence}`))),
    after: joined(withSentence(scene, marked(`"Half of it -- they'd say -- isn't ours," ${scene.sentence}`))),
    least: 0.9,
  }),

  'letters taken apart': (scene) => ({
    before: joined(withSentence(scene, marked(`Tomé Álvares über Öl: ${scene.sentence}`))),
    after: joined(withSentence(scene, marked(`Tomé Álvares über Öl: ${scene.sentence}`))).normalize('NFD'),
    least: 0.9,
  }),

  'ligatures and soft hyphens': (scene) => ({
    before: joined(withSentence(scene, marked(`The office offers five fields. ${scene.sentence}`))),
    after: joined(withSentence(scene, marked(`The oﬃce oﬀers ﬁve ﬁelds. ${scene.sentence}`))).replace(
      /(tion|ing|ment)/g,
      '\u00ad$1',
    ),
    least: 0.85,
  }),

  'zero-width marks and narrow spaces': (scene) =>
    inWhole(scene, (sentence) => sentence.replace(' ', ' \u200b').replace(/ (\S+)$/, '\u202f$1')),

  'emoji come and go': (scene) => ({
    before: `😀 ${joined(withSentence(scene, `📵 ${marked(`👩‍🚒 ${scene.sentence}`)} 😶‍🌫️`))}`,
    after: `😀👍🏽🇺🇦 ${joined(withSentence(scene, `${marked(`👩‍🚒 ${scene.sentence}`)} 🏳️‍🌈`))}`,
    least: 1,
  }),

  'Markdown put in': (scene) =>
    inWhole(scene, (sentence) => {
      const words = sentence.split(' ');
      const at = 1 + scene.dice.below(Math.max(1, words.length - 2));
      words[at] = scene.dice.of([
        `**${words[at]}**`,
        `_${words[at]}_`,
        `[${words[at]}](https://a.example/x)`,
      ]);
      return words.join(' ');
    }),

  'Markdown around it': (scene) => {
    const [a, words, b] = phrase(scene, 3, 6);
    return {
      before: joined(withSentence(scene, a + marked(words) + b)),
      after: joined(withSentence(scene, `${a}**${marked(words)}**${b}`)),
      least: 0.85,
    };
  },

  'sentence split': (scene) =>
    inWhole(scene, (sentence) => {
      const words = sentence.split(' ');
      const cut = Math.ceil(words.length / 2);
      const [head, tail] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
      return `${head.replace(/[,;]$/, '')}. ${tail[0]?.toUpperCase() ?? ''}${tail.slice(1)}`;
    }),

  'merged with the next sentence': (scene) => {
    const next = 'Nobody doubts it.';
    const before = joined(withSentence(scene, marked(scene.sentence), next));
    const after = joined(
      withSentence(scene, `${marked(scene.sentence.replace(/\.$/, ''))}, and nobody doubts it.`),
    );
    return { before, after, least: 0.9 };
  },

  'quote over two paragraphs, joined': (scene) => {
    const [first, second] = ['They met again in May.', 'Nothing came of it that year.'];
    const rest = withSentence(scene);
    const at = scene.p;
    const open = `${OPEN}${first}`;
    const close = `${second}${CLOSE}`;
    return {
      before: joined([...rest.slice(0, at), [scene.sentence, open], [close], ...rest.slice(at)]),
      after: joined([...rest.slice(0, at), [scene.sentence, open, close], ...rest.slice(at)]),
      least: 0.9,
    };
  },

  'long quote, three edits': (scene) => {
    const before = scene.paragraphs.map((one) => [...one]);
    const long = (text: string): string => marked(text);
    const text = joined(before);
    const edited = text
      .replace(/ (say|asked|cost|know|fell) /, ' once $1 ')
      .replace(/\bmost\b|\brefused\b/, 'above all')
      .replace(/(\. )(\p{Lu})/u, '; $2');
    return { before: `Preface. ${long(text)} End.`, after: `Preface. ${long(edited)} End.`, least: 0.9 };
  },

  'position out of range': (scene) => ({
    before: whole(scene),
    after: joined([[inserted(scene)], ...withSentence(scene, marked(scene.sentence))]),
    least: 1,
    selector: (selector) => ({ ...selector, start: 50_000, end: 50_100 }),
  }),

  'no context in the selector': (scene) => ({
    before: whole(scene),
    after: joined([[inserted(scene)], ...withSentence(scene, marked(scene.sentence))]),
    least: 1,
    selector: ({ exact, start, end }) => ({ exact, start, end }),
  }),

  'no suffix in the selector': (scene) => {
    const [a, words, b] = phrase(scene, 3, 6);
    return {
      before: joined(withSentence(scene, a + marked(words) + b)),
      after: joined([[inserted(scene)], ...withSentence(scene, a + marked(words) + b)]),
      least: 1,
      isSure: words.length > 15,
      selector: (selector) => ({ ...selector, suffix: '' }),
    };
  },

  'position of a twin': (scene) => {
    const [a, words, b] = phrase(scene, 3, 5);
    const lead = `They also spoke of ${words} at length.\n\n`;
    const text = joined(withSentence(scene, a + marked(words) + b));
    return {
      before: lead + text,
      after: lead + text,
      least: 1,
      isSure: words.length > 15,
      selector: (selector) => ({ ...selector, start: 19, end: 19 + words.length }),
    };
  },

  'everything at once': (scene) => {
    const after = withSentence(scene, inserted(scene), marked(typo(scene.sentence, scene.dice)));
    const text = joined([
      [inserted(scene)],
      ...after.map((one) => one.map((s) => s.replace(' the ', ' that '))),
    ]);
    return { before: whole(scene), after: lines(text, 9), least: 0.85, isSure: false };
  },
};
