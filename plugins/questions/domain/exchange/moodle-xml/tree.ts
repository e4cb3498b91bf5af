/** An element of a Moodle XML file. Its text is never mixed with elements. */
export type XmlNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
};

export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((one) => one.name === name);

export const children = (node: XmlNode | undefined, name: string): XmlNode[] =>
  node?.children.filter((one) => one.name === name) ?? [];

/** What stands in an element, inside its `<text>` where it has one; trimmed. */
export const textOf = (node: XmlNode | undefined): string => (child(node, 'text') ?? node)?.text.trim() ?? '';

export const textIn = (node: XmlNode | undefined, name: string): string => textOf(child(node, name));

/** Yes or no as Moodle writes it: `1`, `true`. */
export const flag = (node: XmlNode | undefined, name: string): boolean => /^(?:1|true|yes)$/i.test(textIn(node, name));
