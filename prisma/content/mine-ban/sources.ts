/**
 * The two texts that the worked debate rests on, both in our own words: a digest of a news article, sentence by
 * sentence, and the articles of the Convention that the `beyond` layer cites. The digest adds no fact to the article.
 */
import type { SourceContent } from '../types';

export const digest: SourceContent = {
  key: 'digest',
  title: 'Leaving the mine-ban treaty in wartime',
  kind: 'digest',
  attribution:
    'Digest, paragraph by paragraph and in our own words, of a news article about the decree that President Zelenskyy signed on 29 June 2025. The article’s own sentences are not carried here.',
  language: 'en',
  paragraphs: [
    {
      id: 'p1',
      sentences: [
        {
          id: 'p1.s1',
          text: 'President Zelenskyy’s decision to take Ukraine out of the treaty that bans anti-personnel mines sets the needs of defence against the cost to civilians.',
          context: true,
        },
      ],
    },
    {
      id: 'p2',
      heading: 'At a glance',
      sentences: [
        {
          id: 'p2.s1',
          text: 'The President has signed a decree that starts Ukraine’s departure from the Ottawa Convention, the agreement that bans anti-personnel landmines.',
        },
      ],
    },
    {
      id: 'p3',
      sentences: [
        {
          id: 'p3.s1',
          text: 'The decision answers the way Russia uses mines in its full-scale invasion: on a huge scale, and without regard for who is hit.',
        },
      ],
    },
    {
      id: 'p4',
      sentences: [
        {
          id: 'p4.s1',
          text: 'Russia, the United States and China, all large military powers, stand outside the 1997 treaty.',
        },
      ],
    },
    {
      id: 'p5',
      sentences: [
        {
          id: 'p5.s1',
          text: 'Human rights organisations criticise the decision and point to the long danger that mines bring to civilians.',
        },
      ],
    },
    {
      id: 'p6',
      heading: 'The withdrawal',
      sentences: [
        { id: 'p6.s1', text: 'The decree was signed on Sunday 29 June 2025.', context: true },
        {
          id: 'p6.s2',
          text: 'It starts the withdrawal, and so carries out a decision of the National Security and Defence Council.',
        },
        {
          id: 'p6.s3',
          text: 'The treaty, agreed in 1997, forbids states to use, stockpile or produce anti-personnel mines.',
        },
      ],
    },
    {
      id: 'p7',
      sentences: [
        { id: 'p7.s1', text: 'The war with Russia is nearing its fourth year.' },
        {
          id: 'p7.s2',
          text: 'Behind the step lies a grim calculation in Kyiv: Ukraine can no longer keep limits that its adversary does not have.',
        },
      ],
    },
    {
      id: 'p8',
      heading: 'An answer to Russian tactics',
      sentences: [
        {
          id: 'p8.s1',
          text: 'Ukrainian officials call the decision a direct answer to the way Russia fights.',
        },
        {
          id: 'p8.s2',
          text: 'Russia is not a party to the treaty and has laid mines on a massive scale.',
        },
        {
          id: 'p8.s3',
          text: 'The minefields are vast and have caused many casualties, among soldiers and civilians alike.',
        },
      ],
    },
    {
      id: 'p9',
      sentences: [
        {
          id: 'p9.s1',
          text: 'Ukraine’s leaders say that the treaty puts their forces at a tactical disadvantage.',
        },
        {
          id: 'p9.s2',
          text: 'Roman Kostenko, a member of parliament, is reported by Firstpost as saying that Russia uses mines massively against soldiers and civilians, and that Ukraine “cannot remain bound by conditions” which its enemy does not face.',
        },
      ],
    },
    {
      id: 'p10',
      heading: 'A changing region',
      sentences: [
        {
          id: 'p10.s1',
          text: 'Finland, which the article calls Ukraine’s new NATO ally, recently announced the same step over the same threat: Russia, its neighbour, which never signed.',
        },
        {
          id: 'p10.s2',
          text: 'The article sees a trend: states along Russia’s border are rethinking their promises to disarm, because their security situation is new and more dangerous.',
        },
      ],
    },
    {
      id: 'p11',
      sentences: [
        { id: 'p11.s1', text: 'More than 160 countries have signed the Convention.' },
        {
          id: 'p11.s2',
          text: 'Its effect has always been limited, because big powers, among them Russia, China and the United States, refuse to join.',
        },
      ],
    },
    {
      id: 'p12',
      heading: 'Humanitarian concerns',
      sentences: [
        { id: 'p12.s1', text: 'Ukraine’s military leaders see leaving as a strategic necessity.' },
        { id: 'p12.s2', text: 'Human rights organisations criticise the step.' },
        {
          id: 'p12.s3',
          text: 'The International Campaign to Ban Landmines and other groups have opposed the weapon for a long time.',
        },
        {
          id: 'p12.s4',
          text: 'Their reason: it does devastating harm to civilians, does not tell them from soldiers, and can go on harming for decades after a war.',
        },
        {
          id: 'p12.s5',
          text: 'The decision may put Ukraine back among the states that use landmines, which raises the fear that its own people will suffer more, and for longer.',
        },
      ],
    },
  ],
};

export const convention: SourceContent = {
  key: 'convention',
  title: 'The Ottawa Convention: five of its rules',
  kind: 'treaty',
  attribution:
    'Selected articles, restated in our own words, of the Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of Anti-Personnel Mines and on Their Destruction. Text adopted in Oslo on 18 September 1997; opened for signature in Ottawa on 3 and 4 December 1997. Only the Convention’s own text is binding.',
  language: 'en',
  paragraphs: [
    {
      id: 'art-1-1-a',
      heading: 'Article 1(1)(a): the ban on use',
      sentences: [
        {
          id: 'art-1-1-a.s1',
          text: 'A state that is a party promises never to use anti-personnel mines, whatever the circumstances.',
        },
      ],
    },
    {
      id: 'art-2',
      heading: 'Article 2: what counts as an anti-personnel mine',
      sentences: [
        {
          id: 'art-2.s1',
          text: 'An anti-personnel mine is one built to go off when a person is there, comes close or touches it, and to disable, injure or kill.',
        },
        {
          id: 'art-2.s2',
          text: 'A mine built to be set off by a vehicle, and not by a person, does not count as one merely because it has a device that protects it against handling.',
        },
      ],
    },
    {
      id: 'art-5',
      heading: 'Article 5: clearing mined areas',
      sentences: [
        {
          id: 'art-5.s1',
          text: 'Each party clears the anti-personnel mines from all mined areas under its jurisdiction or control as soon as possible, and at the latest ten years after the Convention began to bind it.',
        },
        {
          id: 'art-5.s2',
          text: 'A party that cannot finish in time may ask the other parties for a longer deadline.',
          context: true,
        },
      ],
    },
    {
      id: 'art-6-3',
      heading: 'Article 6(3): help for victims',
      sentences: [
        {
          id: 'art-6-3.s1',
          text: 'Each party that is able to helps to care for mine victims, to restore their health and to bring them back into social and working life.',
        },
      ],
    },
    {
      id: 'art-20-2',
      heading: 'Article 20: withdrawal',
      sentences: [
        {
          id: 'art-20-2.s1',
          text: 'A party that withdraws tells every other party, the Depositary (the Secretary-General of the United Nations) and the Security Council, and explains its reasons in full.',
          context: true,
        },
      ],
    },
    {
      id: 'art-20-3',
      sentences: [
        {
          id: 'art-20-3.s1',
          text: 'A withdrawal takes effect six months after the Depositary has received it.',
        },
        {
          id: 'art-20-3.s2',
          text: 'If at the end of those six months the state is engaged in an armed conflict, the Convention goes on binding it until the conflict is over.',
        },
      ],
    },
  ],
};
