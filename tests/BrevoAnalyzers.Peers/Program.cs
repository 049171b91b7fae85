using System;
using System.Globalization;
using System.IO;
using BrevoAnalyzers.Peers;

const string Usage = """
    usage: BrevoAnalyzers.Peers cases
           BrevoAnalyzers.Peers cost|own FOLDER [RUNS]

    cases   which of the labelled mistakes the rules of other packages find, all of them turned on, as a markdown table
    cost    what each package adds to compiling the C# files of a folder, and of the same folder with one mailer for Brevo
    own     the same of ours alone
    """;

switch (args)
{
    case ["cases"]:
        CaseTable.Print(Console.Out);
        return 0;
    case ["cost" or "own", var folder, ..] when Directory.Exists(folder):
        new CostTable(folder, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 5, withPeers: args[0] == "cost").Print(Console.Out);
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
