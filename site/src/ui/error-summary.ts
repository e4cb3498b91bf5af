// `autofocus` covers first loads; this covers browsers that ignore it on elements that are no controls.
document.querySelector<HTMLElement>('[data-error-summary]')?.focus();
