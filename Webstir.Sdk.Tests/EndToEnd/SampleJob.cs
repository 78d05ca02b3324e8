namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary>The sample of the how-to "Add a Backend Job", word for word.</summary>
internal static class SampleJob
{
    public const string Text = """
        // src/backend/jobs/cleanup/index.ts
        import { createDatabaseClient } from '../../db/connection';
        export async function run() {
          const db = await createDatabaseClient();
          const stale = await db.query('select id from sessions where expires_at < datetime("now")');
          if (stale.length > 0) {
            await db.execute('delete from sessions where id in (?)', [stale.map((row) => row.id)]);
            console.info('[jobs] cleaned sessions', { count: stale.length });
          } else {
            console.info('[jobs] no sessions to clean');
          }
          await db.close();
        }

        """;
}
