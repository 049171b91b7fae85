using Xunit;

namespace BrevoAnalyzers.Tests.Reading;

/// <summary>HttpWebRequest and WebClient, which older code sends with.</summary>
public sealed class WebRequestReaderTests
{
    private const string Usings = """
        #pragma warning disable SYSLIB0014 // obsolete, and still in use
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Net;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Tasks;

        """;

    [Fact]
    public void Address_headers_and_body_make_one_request() => Expect.Findings(Usings + """
        class Mailer
        {
            public string Send(string to, string subject)
            {
                var request = (HttpWebRequest)WebRequest.Create("https://api.sendinblue.com/v3/smtp/email"); // BREVO1006
                request.Method = "POST";
                request.ContentType = "application/json";
                request.Headers.Add("x-api-key", Environment.GetEnvironmentVariable("BREVO_API_KEY")); // BREVO2007
                var json = JsonSerializer.Serialize(new { sender = new { email = "shop.example@gmail.com" }, to = new[] { new { email = to } }, subject, html = "<p>Hello</p>" }); // BREVO3002, BREVO4002
                using (var writer = new StreamWriter(request.GetRequestStream()))
                    writer.Write(json);
                using (var response = (HttpWebResponse)request.GetResponse())
                using (var reader = new StreamReader(response.GetResponseStream()))
                    return reader.ReadToEnd();
            }
        }
        """);

    [Fact]
    public void Bytes_written_to_the_stream_are_a_body() => Expect.Findings(Usings + """
        class Mailer
        {
            private readonly string _key = Environment.GetEnvironmentVariable("BREVO_SMTP_KEY")!; // BREVO2003

            public async Task SendAsync(string to)
            {
                HttpWebRequest request = WebRequest.CreateHttp(new Uri("https://api.brevo.com/v3/smtp/email"));
                request.Method = WebRequestMethods.Http.Post;
                request.Headers["api-key"] = _key;
                request.ServerCertificateValidationCallback = (_, _, _, _) => true; // BREVO1007
                var bytes = Encoding.UTF8.GetBytes("{\"to\":[{\"email\":\"" + to + "\"}],\"templateId\":3}"); // BREVO4010
                var stream = await request.GetRequestStreamAsync();
                await stream.WriteAsync(bytes, 0, bytes.Length);
                using var response = await request.GetResponseAsync();
            }
        }
        """);

    [Fact]
    public void Calls_of_a_WebClient_are_requests() => Expect.Findings(Usings + """
        class Mailer
        {
            public string Send(string json)
            {
                using var client = new WebClient { BaseAddress = "https://api.brevo.com/v3/" };
                client.Headers[HttpRequestHeader.ContentType] = "application/json";
                client.Headers[HttpRequestHeader.Authorization] = "Bearer " + Environment.GetEnvironmentVariable("BREVO_API_KEY"); // BREVO2007
                return client.UploadString("smtp/mail", json); // BREVO4008
            }

            public void Try(string to)
            {
                using var client = new WebClient();
                client.Headers.Add("api-key", Environment.GetEnvironmentVariable("BREVO_API_KEY"));
                try
                {
                    client.UploadString("https://api.brevo.com/v3/smtp/email", "POST", JsonSerializer.Serialize(new { templateId = 3, to })); // BREVO4002
                }
                catch (WebException) // BREVO5002
                {
                }
            }
        }
        """);

    [Fact]
    public void Right_requests_and_those_to_others() => Expect.Findings(Usings + """
        class Mailer
        {
            public void Send(string json)
            {
                var request = (HttpWebRequest)WebRequest.Create("https://api.brevo.com/v3/smtp/email");
                request.Method = "POST";
                request.Headers.Add("api-key", Environment.GetEnvironmentVariable("BREVO_API_KEY"));
                using (var writer = new StreamWriter(request.GetRequestStream(), Encoding.UTF8))
                    writer.Write(json);
                request.GetResponse().Dispose();
            }

            public string Account()
            {
                using var client = new WebClient();
                client.Headers.Set("api-key", Environment.GetEnvironmentVariable("BREVO_API_KEY"));
                return client.DownloadString("https://api.brevo.com/v3/account");
            }

            public string Other(string to)
            {
                var other = WebRequest.Create("https://api.mail.example/v1/send");
                other.Headers.Add("Authorization", "Bearer " + Environment.GetEnvironmentVariable("MAIL_KEY"));
                ((HttpWebRequest)other).ServerCertificateValidationCallback = (_, _, _, _) => true;
                using (var writer = new StreamWriter(other.GetRequestStream()))
                    writer.Write("{\"to\":\"" + to + "\"}");
                using var client = new WebClient();
                client.Headers["x-api-key"] = "none";
                return client.UploadString("https://api.mail.example/v1/send", "{\"to\":\"" + to + "\"}") + other.GetResponse().ContentLength;
            }
        }
        """);

    [Fact]
    public void Each_request_has_its_own_headers() => Expect.Findings(Usings + """
        class Mailer
        {
            public void Send(string json)
            {
                var brevo = (HttpWebRequest)WebRequest.Create("https://api.brevo.com/v3/smtp/email");
                brevo.Headers.Add("api-key", Environment.GetEnvironmentVariable("BREVO_API_KEY"));
                var other = (HttpWebRequest)WebRequest.Create("https://api.mail.example/v1/send");
                other.Headers.Add("Authorization", "Bearer " + Environment.GetEnvironmentVariable("OTHER_API_KEY"));
                brevo.GetResponse().Dispose();
                other.GetResponse().Dispose();
            }
        }
        """);

    [Fact]
    public void A_writer_over_itself_and_half_a_call_are_no_trouble()
    {
        var compilation = AnalyzerRun.Compile(Usings + """
            class Mailer
            {
                public void Send(string json)
                {
                    var request = (HttpWebRequest)WebRequest.Create("https://api.sendinblue.com/v3/smtp/email");
                    var writer = new StreamWriter(writer);
                    writer.Write(json);
                    request.Headers.Add("api-key", );
                    request.Headers[] = json;
                    WebRequest.Create();
                    new WebClient().UploadString();
                }
            }
            """);

        Assert.Contains(AnalyzerRun.Findings(compilation), finding => finding.Id == "BREVO1006");
    }

    [Fact]
    public void Near_miss_a_helper_that_posts_to_several_services() => Expect.Findings(Usings + """
        class Poster
        {
            private static void Post(string url, Dictionary<string, string> headers, string json)
            {
                var request = (HttpWebRequest)WebRequest.Create(url);
                request.Method = "POST";
                foreach (var header in headers)
                    request.Headers.Add(header.Key, header.Value);
                using (var writer = new StreamWriter(request.GetRequestStream()))
                    writer.Write(json);
                request.GetResponse().Dispose();
            }

            public void Brevo(string json) => Post("https://api.brevo.com/v3/smtp/email", new() { ["api-key"] = Environment.GetEnvironmentVariable("BREVO_API_KEY")! }, json);

            public void Other(string to) => Post("https://api.mail.example/v1/send", new() { ["Authorization"] = "Bearer " + Environment.GetEnvironmentVariable("BREVO_API_KEY") }, "{\"to\":\"" + to + "\"}");
        }
        """);
}
