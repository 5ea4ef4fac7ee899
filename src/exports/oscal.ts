import { Language } from '../shared/language.js';
import { shortOf, type ExportRelease } from './export-release.js';
import { momentOf, noticeOf } from './notice.js';
import { URN, uuidOf } from './uuid.js';
import type { Wish } from './wish.js';

/** The version of OSCAL that the files follow. */
const OSCAL_VERSION = '1.2.2';

/** What catalogs and mapping collections have in common. */
export function metadataOf(title: string, { dataset }: ExportRelease, language: Language) {
  const notice = noticeOf(dataset, language);
  return {
    title,
    'last-modified': momentOf(dataset),
    version: notice.release,
    'oscal-version': OSCAL_VERSION,
    props: [property('dataset-checksum', dataset.checksum), property('licence', notice.licence)],
    links: [{ href: notice.licenceUrl, rel: 'license', text: notice.licence }],
    roles: [{ id: 'creator', title: 'Creator' }],
    parties: [{ uuid: uuidOf('party/kobling'), type: 'organization', name: 'Kobling' }],
    'responsible-parties': [{ 'role-id': 'creator', 'party-uuids': [uuidOf('party/kobling')] }],
    remarks: `${notice.attribution}. ${notice.licence}. ${notice.disclaimer}`,
  };
}

export const property = (name: string, value: string) => ({ name, ns: `${URN}:oscal`, value });

/** An id of ours as OSCAL takes one: `clause/iso27001-2022/A.5.19` is `iso27001-2022_A.5.19`. */
export const tokenOf = (node: { id: string }) => shortOf(node).replaceAll('/', '_');

/** A document is another document in each release, language and selection (OSCAL asks for a new id then). */
export function documentUuid(name: string, { dataset }: ExportRelease, wish: Wish): string {
  const ids = [wish.standards, wish.instruments, wish.measures, wish.sectors].map(
    (records) => records?.map(({ id }) => id).join(',') ?? '',
  );
  return uuidOf(['document', name, dataset.checksum, wish.language ?? Language.EN, ...ids].join(' '));
}
