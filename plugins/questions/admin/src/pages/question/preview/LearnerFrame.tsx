import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { DEVICES, type Device, scaleOf } from './devices.ts';
import { LEARNER_STYLES } from './learner-styles.ts';

type Props = {
  device: Device;
  theme: 'light' | 'dark';
  lang: string;
  dir: 'ltr' | 'rtl';
  title: string;
  children: ReactNode;
};

/** A document of its own, in no-quirks mode. */
const EMPTY = '<!doctype html><html><head><meta charset="utf-8"></head><body></body></html>';

/** Styles as the document's own objects: no policy of the admin has to allow inline style sheets for them. */
function dress(page: Document): void {
  const view = page.defaultView;
  if (view === null) return;
  page.adoptedStyleSheets = LEARNER_STYLES.map((css) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
}

/** Sizes of an element whenever they change. */
function useSize(element: Element | null): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    if (element === null) return undefined;
    const watch = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: Math.ceil(element.getBoundingClientRect().height) }),
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [element]);
  return size;
}

/**
 * A page of the learners' site inside the admin, at the width of a device: its style sheets, its light or dark, nothing of
 * the admin's. The children are drawn into it, so they keep their state with the page around.
 */
export function LearnerFrame({ device, theme, lang, dir, title, children }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [room, setRoom] = useState<HTMLDivElement | null>(null);
  const [body, setBody] = useState<HTMLElement | null>(null);
  const { width } = useSize(room);
  const { height } = useSize(body);
  const scale = scaleOf(device, width);

  const open = () => {
    const page = frame.current?.contentDocument;
    if (!page || page.body === body) return;
    dress(page);
    setBody(page.body);
  };
  useEffect(() => {
    const page = body?.ownerDocument.documentElement;
    if (!page) return;
    page.dataset.theme = theme;
    page.lang = lang;
    page.dir = dir;
  }, [body, theme, lang, dir]);

  return (
    <div ref={setRoom} style={{ blockSize: Math.max(80, height * scale), overflow: 'hidden' }}>
      <iframe
        ref={frame}
        title={title}
        srcDoc={EMPTY}
        onLoad={open}
        style={{
          inlineSize: DEVICES[device],
          blockSize: Math.max(80, height),
          border: 0,
          borderRadius: 4,
          display: 'block',
          transform: scale === 1 ? undefined : `scale(${scale})`,
          transformOrigin: document.documentElement.dir === 'rtl' ? 'top right' : 'top left',
        }}
      />
      {body && createPortal(children, body)}
    </div>
  );
}
