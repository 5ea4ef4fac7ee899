import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../shared/language.js';

/** What is searched of one record in one language. The words themselves are in the full text index beside it. */
@Entity('search_text')
export class SearchText {
  /** Grows in the order in which equally good results are shown; names the row in the index. */
  @PrimaryColumn('integer')
  position!: number;

  @Column('text')
  nodeId!: string;

  @Column('text')
  language!: Language;

  /** False for what is superseded, repealed or only proposed: it stands behind what is in force. */
  @Column('boolean')
  current!: boolean;

  /** Number of words of the title, and of everything. */
  @Column('integer')
  titleWords!: number;

  @Column('integer')
  allWords!: number;

  /** The texts as they are read, in the order in which an excerpt is looked for. */
  @Column('simple-json')
  texts!: string[];
}
