/** Rows by table, ready to be inserted. */
export type Rows = Map<new () => object, object[]>;
