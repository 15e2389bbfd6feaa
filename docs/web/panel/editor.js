// The larger editor: CodeMirror 6 with Python's colours and indentation. It has the duties of the plain field.
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { HighlightStyle, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, drawSelection, gutterLineClass, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

// The page's own colours, so that both schemes and their contrasts hold here too.
const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword], color: "var(--teal)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--good)" },
  { tag: tags.comment, color: "var(--soft)" },
  { tag: tags.number, color: "var(--warm)" },
  { tag: [tags.bool, tags.null, tags.self], color: "var(--open)" },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)], color: "var(--open)" },
]);

const LOOK = EditorView.theme({
  "&.cm-focused": { outline: "2px solid var(--teal)", outlineOffset: "2px" },
  ".cm-scroller": { font: "inherit", maxHeight: "calc(32rem - 2px)" },
  ".cm-content": { caretColor: "var(--ink)", minHeight: "12em", padding: "0.5rem 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { background: "var(--card)", borderRight: "1px solid var(--line)", color: "var(--soft)" },
  ".cm-activeLine": { background: "color-mix(in srgb, var(--teal) 7%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "color-mix(in srgb, var(--teal) 28%, transparent) !important",
  },
  "&.cm-focused .cm-matchingBracket": { background: "none", outline: "1px solid var(--teal)" },
  "&.cm-focused .cm-nonmatchingBracket": { background: "none", outline: "1px dashed var(--warm)" },
  ".cm-marked": { background: "color-mix(in srgb, var(--warm) 14%, transparent)" },
  ".cm-gutterElement.cm-marked": { color: "var(--warm)", fontWeight: "700" },
  ".cm-gutterElement.cm-marked::before": { content: '"▸"' },
});

/** @type {import("@codemirror/state").StateEffectType<number[]>} */
const setMarks = StateEffect.define();

class Mark extends GutterMarker {
  elementClass = "cm-marked";
}
const MARK = new Mark();

/**
 * The lines that a verdict names; a mark goes with its line as the text around it is edited.
 * @type {StateField<number[]>}
 */
const marks = StateField.define({
  create: () => [],
  update(positions, transaction) {
    for (const effect of transaction.effects) if (effect.is(setMarks)) return effect.value;
    return transaction.docChanged ? positions.map((position) => transaction.changes.mapPos(position)) : positions;
  },
  provide: (field) => [
    EditorView.decorations.from(field, (positions) => Decoration.set(positions.map((at) => Decoration.line({ class: "cm-marked" }).range(at)))),
    gutterLineClass.from(field, (positions) => RangeSet.of(positions.map((at) => MARK.range(at)))),
  ],
});

const LETTING_GO = 10_000; // ms in which Tab leaves, after Escape

export class Editor {
  constructor({ text, label, description, changed, check, leaving }) {
    const duties = [
      { key: "Ctrl-Enter", mac: "Cmd-Enter", run: () => { check(); return true; } },
      { key: "Escape", run: (view) => { view.setTabFocusMode(LETTING_GO); leaving(); return false; } },
      indentWithTab,
    ];
    this.view = new EditorView({
      doc: text,
      extensions: [
        keymap.of([...duties, ...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorState.tabSize.of(4),
        indentUnit.of("    "),
        history(),
        python(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        drawSelection(),
        highlightActiveLine(),
        lineNumbers(),
        marks,
        LOOK,
        syntaxHighlighting(COLOURS),
        EditorView.editorAttributes.of({ class: "kobai-editor" }),
        EditorView.contentAttributes.of({ tabindex: "0", "aria-label": label, "aria-describedby": description, autocapitalize: "off", autocorrect: "off", spellcheck: "false" }),
        EditorView.updateListener.of((update) => update.docChanged && changed(this.text)),
      ],
    });
    this.element = this.view.dom;
  }

  /** Take the plain field's place: its height, its text, its cursor, and whoever writes there. */
  replace(field) {
    const { offsetHeight, scrollTop, scrollLeft, selectionStart, selectionEnd, selectionDirection } = field.element;
    const isWriting = field.element === document.activeElement;
    this.element.style.minHeight = `${offsetHeight}px`;
    field.element.replaceWith(this.element);
    if (this.text !== field.text) this.text = field.text; // as a change, so that it can be undone
    const [anchor, head] = selectionDirection === "backward" ? [selectionEnd, selectionStart] : [selectionStart, selectionEnd];
    this.view.dispatch({ selection: { anchor, head } });
    if (field.free) this.view.setTabFocusMode(LETTING_GO);
    if (isWriting) this.view.focus();
    this.view.requestMeasure({ read: () => this.view.scrollDOM.scrollTo(scrollLeft, scrollTop) });
  }

  get text() {
    return this.view.state.doc.toString();
  }

  set text(text) {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
  }

  focus() {
    this.view.focus();
  }

  /** Put the cursor on a line, counted from 1. */
  go(line) {
    const { from } = this.#line(line);
    this.view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
    this.view.focus();
  }

  /** Mark the lines that a verdict names. */
  mark(lines) {
    const positions = [...new Set(lines.map((line) => this.#line(line).from))].sort((one, other) => one - other);
    this.view.dispatch({ effects: setMarks.of(positions) });
  }

  #line(line) {
    return this.view.state.doc.line(Math.min(Math.max(1, line), this.view.state.doc.lines));
  }
}
