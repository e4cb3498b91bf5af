import examType from './exam-type/index.ts';
import question from './question/index.ts';
import skill from './skill/index.ts';
import topic from './topic/index.ts';

export default { question, topic, 'exam-type': examType, skill };
