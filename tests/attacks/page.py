"""Put the suite's numbers into the pages about security, between their two marks."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
NUMBERS = HERE / "numbers.json"
GUIDES = {name: HERE.parents[1] / "docs" / name / "guide" / "security.md" for name in ("en", "ja")}
BEGIN, END = "<!-- numbers of make attacks: begin -->", "<!-- end -->"

CATEGORIES = {
    "en": {
        "forge": "forge",
        "secrets": "read secrets",
        "escape": "escape",
        "exhaust": "exhaust",
        "interfere": "interfere",
    },
    "ja": {
        "forge": "採点の偽造",
        "secrets": "秘密を読む",
        "escape": "外へ出る",
        "exhaust": "資源を食いつぶす",
        "interfere": "他人のじゃまをする",
    },
}
WALLS = {
    "en": {
        "root full": "everything, as root",
        "user full": "everything, as an ordinary user",
        "root four": "without bubblewrap, as root",
        "user four": "without bubblewrap, as an ordinary user",
        "user seccomp": "without bubblewrap and Landlock",
        "user landlock": "without bubblewrap and seccomp",
        "user limits": "only limits and no privileges",
        "user trust": "only a process of its own (`--sandbox=trust`)",
    },
    "ja": {
        "root full": "すべての層（root で実行）",
        "user full": "すべての層（一般ユーザーで実行）",
        "root four": "bubblewrap なし（root）",
        "user four": "bubblewrap なし（一般ユーザー）",
        "user seccomp": "bubblewrap と Landlock なし",
        "user landlock": "bubblewrap と seccomp なし",
        "user limits": "使用量の上限と権限の放棄だけ",
        "user trust": "別プロセスにするだけ（`--sandbox=trust`）",
    },
}
NAMES = {"en": "Which attacks got through", "ja": "成功した攻撃の一覧"}
HEADS = {"en": "What stands", "ja": "残した層"}
COUNTED = {"en": "{title} ({count})", "ja": "{title}（{count}）"}
LISTED = {"en": "    - {wall}: {names}", "ja": "    - {wall}：{names}"}
SAYS = {
    "en": (
        "Measured with {attacks} attacks on {machine}: how many got through. Against the whole "
        "wall the slowest was over after {slowest:.1f} s; it was allowed 5."
    ),
    "ja": (
        "{attacks} 件の攻撃を {machine} で実行し、成功した件数を数えました。すべての層がある場合、"
        "いちばん遅い攻撃でも {slowest:.1f} 秒で終わりました（制限は 5 秒）。"
    ),
}


def table(numbers: Mapping[str, Any], language: str) -> str:
    """Give the table of what got through, a row for each wall."""
    of = numbers["rows"][0]["of"]
    categories = CATEGORIES[language]
    slowest = [row["slowest"] for row in numbers["rows"] if row["wall"].endswith("full")]
    head = [
        COUNTED[language].format(title=title, count=of[category])
        for category, title in categories.items()
    ]
    lines = [
        SAYS[language].format(
            attacks=sum(of.values()), machine=numbers["machine"], slowest=max(slowest)
        ),
        "",
        f"| {HEADS[language]} | " + " | ".join(head) + " |",
        "|---" + "|--:" * len(head) + "|",
    ]
    for row in numbers["rows"]:
        through = [str(len(row["through"][category])) for category in categories]
        lines.append(f"| {WALLS[language][row['wall']]} | " + " | ".join(through) + " |")
    return "\n".join([*lines, "", f'??? info "{NAMES[language]}"', "", *_names(numbers, language)])


def _names(numbers: Mapping[str, Any], language: str) -> Iterator[str]:
    """Give the names of what got through, a line for each wall."""
    for row in numbers["rows"]:
        names = [f"`{name}`" for through in row["through"].values() for name in through]
        if names:
            yield LISTED[language].format(wall=WALLS[language][row["wall"]], names=", ".join(names))


def with_numbers(page: str, numbers: Mapping[str, Any], language: str) -> str:
    """Give a page with the table between its marks."""
    before, rest = page.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    return f"{before}{BEGIN}\n\n{table(numbers, language)}\n\n{END}{after}"


def write(numbers: Mapping[str, Any]) -> None:
    """Keep the numbers, and put them into both pages."""
    NUMBERS.write_text(json.dumps(numbers, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for language, guide in GUIDES.items():
        page = guide.read_text(encoding="utf-8")
        guide.write_text(with_numbers(page, numbers, language), encoding="utf-8")
