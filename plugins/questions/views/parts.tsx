import { useEffect, useState } from 'react';
import { useViewTexts } from './context.tsx';
import { Text } from './html/Text.tsx';
import { loadViews, type TypeView, viewOf } from './registry.ts';
import { type AnswerProps, directionOf, stemIdOf } from './types.ts';

/** The view of a type; null until it is there, and what to do when it does not come. */
function useView(type: AnswerProps['item']['type']): { view: TypeView | null; hasFailed: boolean; retry: () => void } {
  const view = viewOf(type);
  const [state, setState] = useState({ hasFailed: false, turn: 0 });
  useEffect(() => {
    if (viewOf(type) !== null) return undefined;
    let isWanted = true;
    const settle = (hasFailed: boolean) => isWanted && setState(({ turn }) => ({ hasFailed, turn }));
    loadViews([type]).then(
      () => settle(false),
      () => settle(true),
    );
    return () => {
      isWanted = false;
    };
  }, [type, state.turn]);
  return { view, hasFailed: state.hasFailed, retry: () => setState(({ turn }) => ({ hasFailed: false, turn: turn + 1 })) };
}

/** What is asked, with the fields that stand in the sentence. @param html in place of the stem's own, when parts of it stand elsewhere */
export function Stem({ html, ...props }: AnswerProps & { html?: string }) {
  const { view } = useView(props.item.type);
  const { item } = props;
  return (
    <Text
      className="stem"
      id={stemIdOf(item)}
      lang={item.lang}
      dir={directionOf(item.lang)}
      html={html ?? item.stemHtml}
      item={item.item}
      fill={view?.fillStem?.(props)}
    />
  );
}

/** Where the question is answered. */
export function Answer(props: AnswerProps) {
  const { t } = useViewTexts();
  const { view, hasFailed, retry } = useView(props.item.type);
  if (view !== null) return <view.Answer {...props} />;
  if (!hasFailed) return <p className="hint">{t('loading')}</p>;
  return (
    <div className="view-failed" role="alert">
      <p>{t('loadFailed')}</p>
      <button type="button" className="button" data-size="small" onClick={retry}>
        {t('tryAgain')}
      </button>
    </div>
  );
}
