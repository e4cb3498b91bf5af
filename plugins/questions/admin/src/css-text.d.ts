/** A style sheet as text, for a document that is not the admin's own. */
declare module '*.css?inline' {
  const css: string;
  export default css;
}
