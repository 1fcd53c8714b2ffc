"""`careerpath profile`: what is stored about people on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from careerpath.cli.options import DEFAULT_PROFILE, CatalogOption, JsonOption, new_app, open_catalog

app = new_app(no_args_is_help=True, help="See, edit, export, import and delete what is stored on this machine.")

NameArgument = Annotated[str, typer.Argument(metavar="[NAME]", help="The profile.")]


@app.command("list")
def list_profiles(as_json: JsonOption = False) -> None:
    """List the stored profiles.

    Examples: careerpath profile list; careerpath profile list --json
    """
    from careerpath.cli.outcome import emit
    from careerpath.cli.saying import say
    from careerpath.cli.storing import open_store
    from careerpath.render.data.profiles import profiles_data
    from careerpath.render.text.numbers import counted
    from careerpath.render.text.times import day_of

    with open_store(create=False) as store:
        data = profiles_data(store.profiles())
    if as_json:
        emit("profile-list", data)
        return
    if not data.profiles:
        say("There is no profile yet; 'careerpath quiz' makes one.")
    for entry in data.profiles:
        draft = ", a quiz was interrupted" if entry.interrupted else ""
        say(f"{entry.name}: {counted(entry.answers, 'answer')}, {day_of(entry.updated)}{draft}", hanging=2)


@app.command("show")
def show_profile(
    name: NameArgument = DEFAULT_PROFILE, as_json: JsonOption = False, catalog_folder: CatalogOption = None
) -> None:
    """Show the answers of a profile.

    Examples: careerpath profile show; careerpath profile show anna --json
    """
    from careerpath.answers.write import answers_text
    from careerpath.cli.outcome import emit
    from careerpath.cli.profiles import load_profile, stored_answers
    from careerpath.render.data.profiles import profile_data

    catalog = open_catalog(catalog_folder)
    if as_json:
        emit("profile", profile_data(load_profile(name)))
        return
    typer.echo(answers_text(catalog, stored_answers(catalog, name), comments=False), nl=False)


@app.command()
def export(
    name: NameArgument = DEFAULT_PROFILE, as_json: JsonOption = False, catalog_folder: CatalogOption = None
) -> None:
    """Print a profile as an answers file: for a copy, for another machine, or to edit.

    Examples: careerpath profile export > me.yaml; careerpath profile export anna --json
    """
    from careerpath.answers.write import answers_text
    from careerpath.cli.outcome import emit
    from careerpath.cli.profiles import load_profile, stored_answers
    from careerpath.render.data.profiles import profile_data

    catalog = open_catalog(catalog_folder)
    if as_json:
        emit("profile", profile_data(load_profile(name)))
        return
    typer.echo(answers_text(catalog, stored_answers(catalog, name)), nl=False)


@app.command("import")
def import_profile(
    source: Annotated[str, typer.Argument(metavar="FILE", help="An answers file; - is stdin.")],
    name: Annotated[str, typer.Option("--profile", metavar="NAME", help="Store it under this name.")] = DEFAULT_PROFILE,
    as_json: JsonOption = False,
    catalog_folder: CatalogOption = None,
) -> None:
    """Store an answers file as a profile, in place of the answers that it had.

    Examples: careerpath profile import me.yaml; careerpath profile import me.yaml --profile anna
    """
    from careerpath.answers.read import read_answers
    from careerpath.cli.answering import save_answers
    from careerpath.cli.calls import with_name
    from careerpath.cli.keeping import keep_answers
    from careerpath.cli.outcome import emit, narrate
    from careerpath.cli.profiles import load_profile
    from careerpath.render.data.profiles import profile_data

    catalog = open_catalog(catalog_folder)
    answers = read_answers(source, catalog)
    save_answers(catalog, name, answers)
    news = keep_answers(catalog, answers, name)
    if as_json:
        emit("profile", profile_data(load_profile(name)))
    else:
        narrate(f"Stored as profile '{name}'. '{with_name('results', name)}' scores it.")
        for sentence in news:
            narrate(sentence)


@app.command()
def edit(
    name: NameArgument = DEFAULT_PROFILE, as_json: JsonOption = False, catalog_folder: CatalogOption = None
) -> None:
    """Change the answers of a profile in your editor.

    The editor is that of VISUAL or EDITOR, else nano or vi. What comes back is checked; an edit that cannot be read is
    kept and offered again, never lost.

    Examples: careerpath profile edit; EDITOR="code --wait" careerpath profile edit anna
    """
    from careerpath.cli.editing import edit_profile
    from careerpath.cli.outcome import emit, narrate
    from careerpath.cli.profiles import load_profile
    from careerpath.render.data.profiles import profile_data

    sentences = edit_profile(open_catalog(catalog_folder), name)
    if as_json:
        emit("profile", profile_data(load_profile(name)))
        return
    for sentence in sentences:
        narrate(sentence)


@app.command()
def delete(
    name: NameArgument = DEFAULT_PROFILE,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Delete a profile with its drafts, its edits and its history, without a trace.

    Copies of a damaged file, which may hold anybody's answers, are deleted with it.

    Examples: careerpath profile delete; careerpath profile delete anna --yes
    """
    from careerpath.cli.editing import remove_edits
    from careerpath.cli.outcome import emit, narrate
    from careerpath.cli.profiles import known_name
    from careerpath.cli.storing import open_store
    from careerpath.render.data.profiles import DeletedData

    with open_store(create=False) as store:
        name = known_name(store, name)
        if not yes and not _confirmed(name):
            narrate("Nothing was deleted.")
            raise typer.Exit
        remove_edits(name)
        store.delete(name)
    if as_json:
        emit("profile-delete", DeletedData(deleted=name))
    else:
        narrate(f"Deleted the profile '{name}'.")


def _confirmed(name: str) -> bool:
    from careerpath.cli.answering import at_terminal, terminal_prompter
    from careerpath.errors import NeedsAnswerError, Problem

    if not at_terminal():
        raise NeedsAnswerError(
            Problem(
                code="no-terminal",
                message=f"deleting the profile '{name}' has to be confirmed, and there is no terminal to ask in.",
                hint="Add --yes if you are sure.",
            )
        )
    return terminal_prompter(plain=True).confirm(f"Delete the profile '{name}'?", default=False)
