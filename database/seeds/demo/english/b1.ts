import type { DemoQuestion } from '../types.ts';
import { demo, paragraphs, passage } from '../wording.ts';

/** Imagining, concluding, common collocations, texts about everyday life. */
export const englishB1 = [
  {
    ...demo,
    code: 'EN-B1-01',
    type: 'single-choice',
    stem: 'If I ____ more time, I would learn to play the piano.',
    options: [
      { id: 'a', text: 'have' },
      { id: 'b', text: 'would have' },
      { id: 'c', text: 'had' },
      { id: 'd', text: 'will have' },
    ],
    key: { correct: ['c'] },
    explanation:
      'The sentence imagines something that is not so: I do not have more time. For that the *if* part takes the past (*had*) and the other part *would*. *Have* would need *will learn* in the second part. *Would* and *will* do not stand in the *if* part of such a sentence.',
    solution: '',
    hints: ['*Would learn* shows that this is imagined.', 'The imagined present looks like a past form.'],
    difficulty: 5,
    topic: 'english/grammar/conditionals',
    tags: ['B1', 'second conditional'],
    estimatedSec: 35,
  },
  {
    ...demo,
    code: 'EN-B1-02',
    type: 'single-choice',
    stem: 'The lights are off and nobody is answering the door. They ____ be at home.',
    options: [
      { id: 'a', text: 'mustn’t' },
      { id: 'b', text: 'can’t' },
      { id: 'c', text: 'don’t have to' },
      { id: 'd', text: 'needn’t' },
    ],
    key: { correct: ['b'] },
    explanation:
      'When everything we see tells us that something is impossible, we say *can’t*: *They can’t be at home.* The opposite conclusion would be *must* (*They must be out*), but its negative *mustn’t* forbids something. *Don’t have to* and *needn’t* mean that it is not necessary.',
    solution: '',
    hints: ['Is this a rule, or a conclusion from what you see?', 'You feel sure that it is impossible.'],
    difficulty: 6,
    topic: 'english/grammar/modals',
    tags: ['B1', 'deduction'],
    estimatedSec: 40,
  },
  {
    ...demo,
    code: 'EN-B1-03',
    type: 'single-choice',
    stem: 'She ____ a very good impression at the interview and got the job.',
    options: [
      { id: 'a', text: 'made' },
      { id: 'b', text: 'did' },
      { id: 'c', text: 'took' },
      { id: 'd', text: 'brought' },
    ],
    key: { correct: ['a'] },
    explanation:
      'In English you *make an impression* on somebody, as you *make a mistake* or *make a decision*. *Do* goes with tasks (*do homework*, *do the shopping*). *Take* and *bring* are how other languages say it; they do not go with *impression*.',
    solution: '',
    hints: ['The same verb goes with *a mistake* and *a decision*.'],
    difficulty: 5,
    topic: 'english/vocabulary/word-choice',
    tags: ['B1', 'collocation'],
    estimatedSec: 35,
  },
  {
    ...demo,
    code: 'EN-B1-04',
    type: 'short-text',
    stem: paragraphs(
      'Write **one** word that completes the sentence.',
      'The meeting has been put ____ until next Friday, because two of us are ill.',
    ),
    key: { accepted: ['off', 'back'], caseSensitive: false },
    explanation:
      'To *put off* a meeting is to hold it later than planned; in British English *put back* says the same, and both are counted. *Put on* and *put up* have other meanings (*put on a coat*, *put up a tent*), and *put away* is for things you tidy.',
    solution: '',
    hints: ['The meeting happens later than planned.', '*Call* with the same word means to cancel: *call it ____*.'],
    difficulty: 6,
    topic: 'english/vocabulary/phrasal-verbs',
    tags: ['B1', 'work'],
    estimatedSec: 45,
  },
  {
    ...demo,
    code: 'EN-B1-05',
    type: 'true-false',
    stem: paragraphs(
      passage(
        'On the first Saturday of the month, the old fire station in Dallow becomes a repair café. People bring broken lamps, radios and bicycles, and volunteers help to mend them. There is nothing to pay, but visitors are asked to stay and take part in the work.',
        '“We don’t want people to leave a toaster here and come back for it in the evening,” says Ruth Amadi, who started the café. “We want them to do it alone next time.”',
      ),
      'True or false? *The people who run the café hope that visitors will learn to repair things themselves.*',
    ),
    key: { correct: ['true'] },
    explanation:
      'Visitors have to take part in the work, and Ruth Amadi says why: “We want them to do it alone next time.” The sentence about the toaster describes what she does *not* want, namely that people only drop their things and collect them.',
    solution: '',
    hints: ['Read what Ruth Amadi says at the end.', 'What does *it* mean in “do it alone”?'],
    difficulty: 6,
    topic: 'english/reading/longer-texts',
    tags: ['B1', 'everyday life'],
    estimatedSec: 80,
  },
  {
    ...demo,
    code: 'EN-B1-06',
    type: 'short-text',
    stem: paragraphs(
      'Change the word in capitals so that it fits the gap. Write **one** word.',
      'The instructions were so ____ that nobody knew where to start. (CONFUSE)',
    ),
    key: { accepted: ['confusing'], caseSensitive: false },
    explanation:
      'The gap needs an adjective. The instructions cause the feeling, so it ends in *-ing*: *confusing*. The people who read them have the feeling and are *confused*.',
    solution: '',
    hints: ['After *were so* comes an adjective.', 'Compare *a boring film* and *bored viewers*.'],
    difficulty: 5,
    topic: 'english/use-of-english/word-formation',
    tags: ['B1', 'adjectives in -ing and -ed'],
    estimatedSec: 45,
  },
] satisfies DemoQuestion[];
