import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Expressions of one language that people use for one another when they search. */
@Entity('search_synonyms')
export class Synonyms {
  @PrimaryColumn('integer')
  position!: number;

  @Column('simple-json')
  expressions!: string[];
}
