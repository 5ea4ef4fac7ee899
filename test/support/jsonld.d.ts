/** The package brings no types; what the tests use of it. */
declare module 'jsonld' {
  interface Quad {
    subject: { value: string };
    predicate: { value: string };
    object: { value: string; termType: string; language?: string };
  }
  export function toRDF(document: object, options: { safe: boolean }): Promise<Quad[]>;
  const jsonld: { toRDF: typeof toRDF };
  export default jsonld;
}
