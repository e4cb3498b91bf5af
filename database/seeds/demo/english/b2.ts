import type { DemoQuestion } from '../types.ts';
import { demo, paragraphs, passage } from '../wording.ts';

/** The past that did not happen, reporting, precise words, arguments in texts. */
export const englishB2 = [
  {
    ...demo,
    code: 'EN-B2-01',
    type: 'single-choice',
    stem: 'If you ____ me about the strike, I wouldn’t have gone to the station.',
    options: [
      { id: 'a', text: 'would have told' },
      { id: 'b', text: 'have told' },
      { id: 'c', text: 'were telling' },
      { id: 'd', text: 'had told' },
    ],
    key: { correct: ['d'] },
    explanation:
      '*Wouldn’t have gone* speaks of a past that cannot be changed any more. The *if* part of such a sentence takes the past perfect: *had told*. *Would have* belongs to the result, not to the condition; *have told* and *were telling* do not reach back before the walk to the station.',
    solution: '',
    hints: ['Did I go to the station? Did you tell me?', 'One step further back than *told*.'],
    difficulty: 7,
    topic: 'english/grammar/conditionals',
    tags: ['B2', 'third conditional'],
    estimatedSec: 40,
  },
  {
    ...demo,
    code: 'EN-B2-02',
    type: 'single-choice',
    stem: 'The bridge is believed ____ in the twelfth century.',
    options: [
      { id: 'a', text: 'to have been built' },
      { id: 'b', text: 'to have built' },
      { id: 'c', text: 'that it was built' },
      { id: 'd', text: 'being built' },
    ],
    key: { correct: ['a'] },
    explanation:
      'After *is believed* comes an infinitive. The building happened long before the believing, so it is a perfect infinitive, and somebody else did it, so it is passive: *to have been built*. *To have built* would make the bridge the builder. A clause with *that* needs *it* in front: *It is believed that the bridge was built …*',
    solution: '',
    hints: ['A bridge builds nothing itself.', 'The believing is now, the building was then.'],
    difficulty: 8,
    topic: 'english/grammar/sentence-structure',
    tags: ['B2', 'passive', 'reporting'],
    estimatedSec: 45,
  },
  {
    ...demo,
    code: 'EN-B2-03',
    type: 'single-choice',
    stem: 'The new manager has a ____ for being strict but fair.',
    options: [
      { id: 'a', text: 'fame' },
      { id: 'b', text: 'reputation' },
      { id: 'c', text: 'character' },
      { id: 'd', text: 'prestige' },
    ],
    key: { correct: ['b'] },
    explanation:
      '*A reputation for* something is what people generally think of you. *Fame* means that very many people know you and is used without *a*; *prestige* is respect for a position or an institution, also without *a*. *Character* is what you are, not what is said about you, and does not go with *for*.',
    solution: '',
    hints: ['Which noun can follow *a* and be followed by *for*?'],
    difficulty: 7,
    topic: 'english/vocabulary/word-choice',
    tags: ['B2', 'collocation', 'work'],
    estimatedSec: 40,
  },
  {
    ...demo,
    code: 'EN-B2-04',
    type: 'multiple-choice',
    stem: paragraphs(
      'The committee has finally ____ a plan that everybody can accept.',
      'Which verbs fit, if the sentence is to mean that the committee has **produced** a plan? Choose **all** of them.',
    ),
    options: [
      { id: 'a', text: 'come up with' },
      { id: 'b', text: 'put up with' },
      { id: 'c', text: 'worked out' },
      { id: 'd', text: 'looked into' },
      { id: 'e', text: 'drawn up' },
    ],
    key: { correct: ['a', 'c', 'e'] },
    explanation:
      'You can *come up with* a plan (find the idea), *work it out* (think it through) and *draw it up* (put it in writing). To *put up with* something is to bear it although you do not like it, and to *look into* something is to examine what is already there.',
    solution: '',
    hints: ['Three verbs fit.', 'One verb means to bear, one means to examine.'],
    difficulty: 8,
    topic: 'english/vocabulary/phrasal-verbs',
    tags: ['B2', 'work'],
    estimatedSec: 60,
  },
  {
    ...demo,
    code: 'EN-B2-05',
    type: 'single-choice',
    stem: paragraphs(
      passage(
        'When the city made its buses free, officials expected the roads to empty. Two years on, the number of passengers has risen by a third, yet there are almost as many cars as before. Surveys explain why: most of the new passengers used to walk or cycle. Drivers, it turns out, were never put off by the price of a ticket. They complain instead that the buses are slow and that the last one leaves before the restaurants close.',
      ),
      'Which conclusion does the text support?',
    ),
    options: [
      { id: 'a', text: 'Free tickets have failed to bring new passengers.' },
      { id: 'b', text: 'Many people who used to walk have bought cars.' },
      { id: 'c', text: 'A better service would win over more drivers than a lower price.' },
      { id: 'd', text: 'Drivers should pay for the use of the roads.' },
    ],
    key: { correct: ['c'] },
    explanation:
      'Drivers do not mind the price but the speed and the hours of the buses, so a better service is what could move them. Passengers did increase, by a third, so the tickets did not fail in that. Those who used to walk now take the bus, they have not bought cars. Charging drivers may be somebody’s opinion, but the text does not speak of it.',
    solution: '',
    hints: ['What do the drivers complain about, and what not?', 'Leave aside what you think yourself; use the text only.'],
    difficulty: 8,
    topic: 'english/reading/longer-texts',
    tags: ['B2', 'argument', 'city life'],
    estimatedSec: 100,
  },
  {
    ...demo,
    code: 'EN-B2-06',
    type: 'short-text',
    stem: paragraphs(
      'Complete the second sentence with **two** words, so that it means the same as the first.',
      'I’m sorry that I didn’t study harder.',
      'I wish I ____ harder.',
    ),
    key: { accepted: ['had studied', 'had worked'], caseSensitive: false },
    explanation:
      'A wish about the past takes the past perfect: *I wish I had studied harder.* *I wish I studied harder* is a wish about what I usually do now. After *wish* with the same person *would* is not used.',
    solution: '',
    hints: ['The studying, or not studying, is in the past.', 'Go one step back from *studied*.'],
    difficulty: 7,
    topic: 'english/use-of-english/transformation',
    tags: ['B2', 'wish'],
    estimatedSec: 50,
  },
] satisfies DemoQuestion[];
