import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Topic } from '../law/topic.entity.js';
import type { Text } from '../shared/language.js';

/**
 * One part of what NIS2 still asks for beyond the standards. A part with topics is open until the chosen
 * standards answer all of them; a part without any is one that no clause closes.
 */
@Entity('remainder_part')
export class RemainderPart {
  @PrimaryColumn('text')
  obligationId!: string;

  @PrimaryColumn('integer')
  number!: number;

  @Column('simple-json')
  untilTopicIds!: string[];

  untilTopics!: readonly Topic[];

  @Column('simple-json')
  text!: Text;
}
