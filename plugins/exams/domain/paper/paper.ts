/** What an attempt fixes at its start: the revision of each item, section by section. Stored with the seed. */
export type StoredPaper = { readonly sections: readonly { readonly id: string; readonly items: readonly number[] }[] };

/** Place of one item: its number on the whole paper, its section and the revision it shows. */
export type Place = { readonly item: number; readonly sectionId: string; readonly revisionId: number };

/** Items of a paper in order, numbered from 1 through all sections. */
export function placesOf(paper: StoredPaper): Place[] {
  let item = 0;
  return paper.sections.flatMap((section) =>
    section.items.map((revisionId) => ({ item: ++item, sectionId: section.id, revisionId })),
  );
}

/** First and last item number of each section; a section without items has `last` = `first` − 1. */
export function spansOf(paper: StoredPaper): { id: string; first: number; last: number }[] {
  let next = 1;
  return paper.sections.map((section) => {
    const first = next;
    next += section.items.length;
    return { id: section.id, first, last: next - 1 };
  });
}
