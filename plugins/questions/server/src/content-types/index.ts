import question from './question/index.ts';
import topic from './topic/index.ts';

export default { question, topic };
