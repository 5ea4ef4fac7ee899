import type { Incident } from '../address.js';
import type { ClocksAnswer } from '../answers.js';
import { csvOf } from '../parts/csv.js';
import { ExportBar } from '../parts/export-bar.js';
import { Failure } from '../parts/failure.js';
import { useNavigation } from '../parts/navigation.js';
import { CLOCKS } from '../queries.js';
import { useAnswer } from '../use-answer.js';
import { asApi } from '../words/language.js';
import { useWords } from '../words/words.js';
import { IncidentForm } from './incident-form.js';
import { StageList } from './stage-list.js';
import { Timeline, timelinePicture } from './timeline.js';
import { momentOf, ownZone } from './zoned-time.js';

/** What must be reported after an incident, and when. */
export function ClocksView() {
  const words = useWords();
  const { address } = useNavigation();
  const { incident, profile, lang } = address;
  const input = inputOf(incident, profile.types);
  const { data, error } = useAnswer<ClocksAnswer>(CLOCKS, input ? { input, language: asApi(lang) } : null);
  const stages = input ? data?.reportingTimeline.stages : undefined;
  return (
    <>
      <div class="view-head">
        <h1>{words.clocks.title}</h1>
        <p class="lead">{words.clocks.lead}</p>
      </div>
      <div class="two-sides">
        <section class="side">
          <IncidentForm />
        </section>
        <section class="side main-side" aria-live="polite">
          {error && <Failure message={error} />}
          {!input && <p class="empty">{words.clocks.nothingYet}</p>}
          {input && stages && (
            <>
              <div class="tools">
                <ExportBar
                  name="kobling-clocks"
                  csv={() =>
                    csvOf([
                      [
                        words.clocks.stage,
                        words.clocks.due,
                        'UTC',
                        words.clocks.basis,
                        words.clocks.recipient,
                        'id',
                      ],
                      ...stages.map((stage) => [
                        words.clocks.stages[stage.kind],
                        stage.dueAtLocal ?? '',
                        stage.dueAt ?? '',
                        stage.basis,
                        stage.recipient,
                        stage.obligation.id,
                      ]),
                    ])
                  }
                  svg={() => timelinePicture(stages, input.becameAwareAt, words, lang)}
                />
              </div>
              <Timeline stages={stages} start={input.becameAwareAt} />
              <StageList stages={stages} />
            </>
          )}
        </section>
      </div>
    </>
  );
}

interface TimelineInput extends Record<string, unknown> {
  becameAwareAt: string;
}

/** Nothing is asked before it is known when the clocks started. */
function inputOf(incident: Incident, types: readonly string[]): TimelineInput | undefined {
  const timeZone = incident.zone ?? ownZone();
  const moment = (wall: string | undefined) => (wall ? momentOf(wall, timeZone) : undefined);
  const becameAwareAt = moment(incident.aware);
  if (becameAwareAt === undefined) return undefined;
  return {
    becameAwareAt,
    notificationSubmittedAt: moment(incident.notified),
    incidentHandledAt: moment(incident.handled),
    timeZone,
    ...(incident.ongoing && { ongoing: incident.ongoing === 'yes' }),
    ...(incident.trust && { trustServiceAffected: true }),
    ...(incident.country && {
      country: incident.country,
      ...(types.length > 0 && { entityTypes: types.map((type) => `entity-type/nis2/${type}`) }),
    }),
  };
}
