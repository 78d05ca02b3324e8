using Microsoft.Build.Framework;
using Newtonsoft.Json.Linq;

public sealed class OlderTask : Microsoft.Build.Utilities.Task
{
    public override bool Execute()
    {
        JObject read = JObject.Parse("{ \"from\": \"the older task\" }");
        Log.LogMessage(MessageImportance.High, $"{read["from"]}: Newtonsoft.Json {typeof(JObject).Assembly.GetName().Version}, file {typeof(JObject).Assembly.Location}");
        return true;
    }
}
