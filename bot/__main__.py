"""The command line: `komek ...`, which is `python -m bot ...`. Nothing here imports aiogram but `run`."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.arguments import Day, Lang, Line
from bot.commands.one_line import OneLineGroup, in_one_line, refuse

app = typer.Typer(
    cls=OneLineGroup,
    help="Kömek: targeted social assistance in Kazakhstan, explained.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
law = typer.Typer(help="The numbers and provisions of the law.", no_args_is_help=True)
lines = typer.Typer(help="Published poverty lines.", no_args_is_help=True)
app.add_typer(law, name="law")
app.add_typer(lines, name="lines")
outbox = typer.Typer(invoke_without_command=True)
app.add_typer(outbox, name="outbox")
case = typer.Typer(help="Who follows a case, and who of them may answer for the family.", no_args_is_help=True)
app.add_typer(case, name="case")
notes = typer.Typer(invoke_without_command=True)
app.add_typer(notes, name="notes")
key = typer.Typer(help="Keys of the authority's programs.", no_args_is_help=True)
app.add_typer(key, name="key")

OfRegion = Annotated[
    str | None,
    typer.Option("--region", metavar="REGION", help="of which region, where several have a case of that id"),
]


@app.command()
def assess(
    files: Annotated[list[Path], typer.Argument(help="families, a TOML file each")],
    on: Day = None,
    line: Line = None,
    lang: Lang = "kk",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object a line")] = False,
) -> None:
    """Assess families and explain the result."""
    from bot.commands.assess import print_assessments  # noqa: PLC0415, each command loads what it needs

    _in_one_line(lambda: print_assessments(files, on, line, lang, as_json=as_json))


@app.command()
def broadcast(
    file: Annotated[Path, typer.Argument(help="Fluent file with the messages kk and ru: plain texts")],
    region: Annotated[str, typer.Option(help="to everybody who follows a case of this region, such as KZ-79")],
    *,
    send: Annotated[bool, typer.Option("--send", help="send it; Ctrl-C stops, the same command goes on")] = False,
) -> None:
    """Show whom a text would reach; with --send, let the running bot tell it to each of them once."""
    from bot.commands.broadcast import run_broadcast  # noqa: PLC0415, as above

    _in_one_line(lambda: run_broadcast(file, region, send=send))


@outbox.callback()
def outbox_shown(
    context: typer.Context,
    case: Annotated[str | None, typer.Option("--case", metavar="ID", help="each notice about this case")] = None,
    region: OfRegion = None,
) -> None:
    """Show how many notices wait, have arrived or could not; with --case, each notice about it."""
    from bot.commands.outbox import print_notices, print_outbox  # noqa: PLC0415, as above

    _must_go_with_a_case(case, region)
    if context.invoked_subcommand is None:
        _in_one_line(print_outbox if case is None else lambda: print_notices(case, region))
    elif case is not None:
        refuse(f"--case: belongs behind {context.invoked_subcommand}")


@outbox.command("retry")
def outbox_retry(
    case: Annotated[str | None, typer.Option("--case", metavar="ID", help="only those about this case")] = None,
    region: OfRegion = None,
    notice: Annotated[int | None, typer.Option("--notice", metavar="ID", help="only the one of this number")] = None,
) -> None:
    """Queue again what failed by our fault and is still worth telling."""
    from bot.commands.outbox import retry  # noqa: PLC0415, as above

    _must_go_with_a_case(case, region)
    _in_one_line(lambda: sys.stdout.write(f"{retry(case, region, notice)} notices queued again\n"))


@app.command()
def run(
    role: Annotated[
        str, typer.Option(metavar="all|web|worker", help="web answers, worker delivers and reminds: any number of each")
    ] = "all",
    *,
    poll: Annotated[
        bool, typer.Option("--poll", help="poll though Telegram has a webhook: remove it, whose ever it is")
    ] = False,
) -> None:
    """Start the bot; with no BOT_TOKEN also the local Bot API with its chat page."""
    _in_one_line(lambda: _run(role, poll=poll))


@app.command()
def migrate() -> None:
    """Bring the database to this program's schema, as `run` does at its start; stop older bots first."""
    from bot.commands.migrate import migrate as migrate_database  # noqa: PLC0415, as above

    _in_one_line(lambda: sys.stdout.writelines(f"{name} applied\n" for name in migrate_database()))


CaseId = Annotated[str, typer.Argument(metavar="CASE", help="the authority's id of the case")]
Person = Annotated[str, typer.Argument(metavar="PERSON", help="who, as `komek case followers` names them: p3")]


@case.command("followers")
def case_followers(case_id: CaseId, region: OfRegion = None) -> None:
    """List who follows a case."""
    from bot.commands.followers import list_followers  # noqa: PLC0415, as above

    _in_one_line(lambda: sys.stdout.writelines(list_followers(case_id, region)))


@case.command("confirm")
def case_confirm(
    case_id: CaseId,
    person: Person,
    label: Annotated[str | None, typer.Option(help="which member of the family it is")] = None,
    region: OfRegion = None,
) -> None:
    """Let somebody answer for the family."""
    from bot.commands.followers import send  # noqa: PLC0415, as above

    told = {"case_id": case_id, "region": region, "person": person, "member_label": label}
    _in_one_line(lambda: send("follower.confirmed", **told))


@case.command("remove")
def case_remove(case_id: CaseId, person: Person, region: OfRegion = None) -> None:
    """Let somebody follow a case no more."""
    from bot.commands.followers import remove  # noqa: PLC0415, as above

    _in_one_line(lambda: sys.stdout.writelines(remove(case_id, region, person)))


@case.command("revoke-links")
def case_revoke_links(case_id: CaseId, region: OfRegion = None) -> None:
    """Let no link to a case work any more that nobody has opened."""
    from bot.commands.followers import send  # noqa: PLC0415, as above

    _in_one_line(lambda: send("links.revoked", case_id=case_id, region=region))


@app.command()
def backup(file: Annotated[Path, typer.Argument(help="the copy, a file that is not there yet")]) -> None:
    """Copy the database, also while the bot runs; says which key the copy needs."""
    from bot.commands.copies import backup as back_up  # noqa: PLC0415, as above

    _in_one_line(lambda: sys.stdout.write(f"{back_up(file)}\n"))


@app.command()
def restore(file: Annotated[Path, typer.Argument(help="a copy that `komek backup` made")]) -> None:
    """Put a copy in the place of a database that is gone."""
    from bot.commands.copies import restore as put_back  # noqa: PLC0415, as above

    _in_one_line(lambda: sys.stdout.write(f"{put_back(file)}\n"))


@app.command()
def move(
    source: Annotated[str, typer.Option("--from", metavar="DATABASE", help="sqlite:///PATH or postgresql://...")],
    target: Annotated[str, typer.Option("--to", metavar="DATABASE", help="an empty one of the other kind")],
) -> None:
    """Move everything from SQLite to PostgreSQL or back and compare it; the exit code is 1 when something differs."""
    from bot.commands.move import move as move_everything  # noqa: PLC0415, as above

    found = list[bool]()
    _in_one_line(lambda: found.append(move_everything(source, target)))
    raise typer.Exit(0 if all(found) else 1)


@app.command()
def doctor() -> None:
    """Look for everything that must hold in the database; the exit code is 1 when something does not."""
    from bot.commands.doctor import examine  # noqa: PLC0415, as above

    found = list[int]()
    _in_one_line(lambda: found.append(examine()))
    raise typer.Exit(1 if any(found) else 0)


@app.command()
def reseal() -> None:
    """Seal everything stored with the first of the keys, so that older ones can be taken away."""
    from bot.commands.reseal import reseal as reseal_documents  # noqa: PLC0415, as above

    _in_one_line(lambda: sys.stdout.write(f"{reseal_documents()} documents sealed\n"))


@app.command()
def status(
    *,
    watch: Annotated[bool, typer.Option("--watch", help="go on showing it, until Ctrl-C")] = False,
) -> None:
    """Say how the program stands: who is served, what waits and how long, what runs out."""
    from bot.commands.status import show_status  # noqa: PLC0415, as above

    _in_one_line(lambda: show_status(watch=watch))


@app.command()
def recompute(
    *,
    send: Annotated[bool, typer.Option("--send", help="tell them; without it nobody is told")] = False,
) -> None:
    """Say for how many saved families the law as it is now changes the result; with --send tell those who asked."""
    from bot.commands.recompute import run_recompute  # noqa: PLC0415, as above

    _in_one_line(lambda: run_recompute(send=send))


@app.command(context_settings={"ignore_unknown_options": True})  # older numbers may begin with a hyphen
def replay(
    number: Annotated[list[str], typer.Argument(metavar="NUMBER", help="of a result, as it is read out")],
) -> None:
    """Work a stored result out again; the exit code is 1 when that or today's law differs."""
    from bot.commands.replay import replay as replay_result  # noqa: PLC0415, as above

    found = list[int]()
    _in_one_line(lambda: found.append(replay_result(" ".join(number))))
    raise typer.Exit(found[0])


@notes.callback()
def notes_shown(
    context: typer.Context,
    *,
    every: Annotated[bool, typer.Option("--all", help="also those that are done")] = False,
) -> None:
    """List what people wrote about amounts that look wrong to them, the newest first."""
    from bot.commands.notes import print_notes  # noqa: PLC0415, as above

    if context.invoked_subcommand is None:
        _in_one_line(lambda: print_notes(is_done_too=every))


@notes.command("done")
def notes_done(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="of the note", min=1, max=2**62)],
) -> None:
    """Say that a note was looked into: it is listed no more."""
    from bot.commands.notes import settle  # noqa: PLC0415, as above

    _in_one_line(lambda: settle(number))


@law.command("gaps")
def law_gaps() -> None:
    """List everything that is neither read in the act nor official, with what depends on it."""
    from bot.commands.law import print_gaps  # noqa: PLC0415, as above

    print_gaps()


@law.command("backtest")
def law_backtest(
    *,
    every: Annotated[bool, typer.Option("--all", help="also the figures that lie within their band")] = False,
) -> None:
    """Try the band of an unpublished poverty line on every known figure, made without it and whatever came later."""
    from bot.commands.law import print_backtest  # noqa: PLC0415, as above

    print_backtest(every=every)


@law.command("show")
def law_show(
    name: Annotated[str, typer.Argument(help="a parameter or a provision")],
    lang: Lang = "kk",
) -> None:
    """Show a number of the law with its dates and sources, or a provision."""
    from bot.commands.law import print_one  # noqa: PLC0415, as above

    _in_one_line(lambda: print_one(name, lang))


@lines.command("list")
def lines_list() -> None:
    """List the published poverty lines, those of the law's files and those added."""
    from bot.commands.lines import print_lines  # noqa: PLC0415, as above

    _in_one_line(print_lines)


@lines.command("missing")
def lines_missing() -> None:
    """List the regions that have no published poverty line for this quarter or the next."""
    from bot.commands.lines import print_missing  # noqa: PLC0415, as above

    _in_one_line(print_missing)


@lines.command("import")
def lines_import(
    file: Annotated[Path, typer.Argument(help="CSV: region,quarter,tenge,source")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="only print what would change, write nothing")] = False,
) -> None:
    """Add published poverty lines from a CSV file, all rows or none; say what they change for saved results."""
    from bot.commands.lines import import_lines  # noqa: PLC0415, as above

    _in_one_line(lambda: import_lines(file, dry_run=dry_run))


@key.command("add")
def key_add(
    name: Annotated[str, typer.Argument(help="whose key it is")],
    regions: Annotated[str, typer.Option(help="for which regions, such as KZ-79,KZ-71")],
    scopes: Annotated[str, typer.Option(help="what for: events,changes,lines")],
) -> None:
    """Make a key and print it, the only time that it can be seen."""
    from bot.commands.keys import add_key  # noqa: PLC0415, as above

    _in_one_line(lambda: sys.stdout.write(f"{add_key(name, regions, scopes)}\n"))


@key.command("revoke")
def key_revoke(name: Annotated[str, typer.Argument(help="whose key it is")]) -> None:
    """Take a key's rights away, at once and for good."""
    from bot.commands.keys import revoke_key  # noqa: PLC0415, as above

    _in_one_line(lambda: revoke_key(name))


@key.command("list")
def key_list() -> None:
    """List the keys, without what is secret."""
    from bot.commands.keys import print_keys  # noqa: PLC0415, as above

    _in_one_line(print_keys)


def _run(named: str, *, poll: bool) -> None:
    from bot.settings import Role, expect_enough_for, load_settings  # noqa: PLC0415, as above

    if named not in {*Role}:
        refuse("--role: allowed: all, web, worker")
    role, settings = Role(named), load_settings()
    if poll and (settings.webhook_url is not None or not role.answers):
        refuse("--poll: only where WEBHOOK_URL is not set, by a process that answers")
    expect_enough_for(role, settings)  # a bad setting is said before aiogram takes its seconds to load
    import asyncio  # noqa: PLC0415, as above
    import gc  # noqa: PLC0415, as above

    gc.disable()  # what is loaded stays: to look through it again and again was a tenth of the start
    from bot.app import run as run_bot  # noqa: PLC0415, as above

    gc.enable()
    asyncio.run(run_bot(settings, role, may_remove_webhook=poll))


def _in_one_line(command: Callable[[], object]) -> None:
    """Run a command; what it refuses is said in one line, and the exit code is 2."""
    from bot.errors import KomekError  # noqa: PLC0415, as above
    from rules.errors import RulesError  # noqa: PLC0415, as above

    try:
        command()
    except (KomekError, RulesError) as refused:
        refuse(in_one_line(str(refused)))


def _must_go_with_a_case(case: str | None, region: str | None) -> None:
    if case is None and region is not None:
        refuse("--region: says of which region a case is: --case is missing")


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
