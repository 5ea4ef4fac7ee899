import type { Rule } from '../rule.js';

/** A digest stands for an earlier release under its own version, never for the one being made. */
export const uniqueVersions: Rule = (seeds) => {
  const [release] = seeds.of('release');
  return seeds
    .of('digest')
    .filter(
      ({ path, content }) =>
        content.version === release?.content.version || !path.endsWith(`/${content.version}.json`),
    )
    .map(({ path, content }) => ({
      file: path,
      record: '',
      message:
        content.version === release?.content.version
          ? `is of version ${content.version}, which seed/release.json is still making. Raise the version there.`
          : `holds version ${content.version}. Name it seed/releases/${content.version}.json.`,
    }));
};
