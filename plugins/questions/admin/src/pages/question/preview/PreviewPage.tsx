import { QuestionView, type ViewActions, type ViewResponse, type ViewTexts } from '@lyceum/questions/views';
import { Review, ReviewStem } from '@lyceum/questions/views/review';
import type { PreviewMark, QuestionPreview } from '../../../../../contract/index.ts';

type Props = {
  shown: QuestionPreview;
  texts: ViewTexts;
  titles: { hints: string; explanation: string; solution: string };
  response: ViewResponse | null;
  onResponse: (response: ViewResponse | null) => void;
  /** How the answer was marked; null while it is being given. */
  mark: PreviewMark | null;
  /** Answer and explanation are shown beside the question. */
  withAnswer: boolean;
  actions: ViewActions;
};

/** A block of text that explains, under its heading. */
function Explained({ title, html, lang }: { title: string; html: string | null; lang: string }) {
  if (html === null) return null;
  return (
    <section>
      <h3>{title}</h3>
      <div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}

/** What stands in the frame: the question as learners get it, then how an answer was marked, then what is right. */
export function PreviewPage({ shown, texts, titles, response, onResponse, mark, withAnswer, actions }: Props) {
  const { item, right } = shown;
  return (
    <main className="preview-page">
      {mark === null ? (
        <QuestionView item={item} response={response} open onResponse={onResponse} texts={texts} actions={actions} />
      ) : (
        <>
          <ReviewStem item={item} texts={texts} />
          <Review item={item} response={response} right={right} ratio={mark.ratio} texts={texts} />
          {mark.feedbackHtml.map((html, at) => (
            <div key={at} className="prose" lang={item.lang} dangerouslySetInnerHTML={{ __html: html }} />
          ))}
        </>
      )}
      {withAnswer && (
        <>
          {mark === null && <Review item={item} response={null} right={right} ratio={null} isKeyOnly texts={texts} />}
          <Explained
            title={titles.hints}
            lang={item.lang}
            html={shown.hintsHtml.length === 0 ? null : `<ol>${shown.hintsHtml.map((hint) => `<li>${hint}</li>`).join('')}</ol>`}
          />
          <Explained title={titles.explanation} lang={item.lang} html={shown.explanationHtml} />
          <Explained title={titles.solution} lang={item.lang} html={shown.solutionHtml} />
        </>
      )}
    </main>
  );
}
