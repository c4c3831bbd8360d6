"use strict";

// Microsoft's Web Chat, in Dutch and in our colours, on our own line.
(() => {
    const place = document.getElementById("conversation");

    // Web Chat says "5:02 a.m." in Dutch, and offers to send again what is sent again by itself.
    const clock = new Intl.DateTimeFormat("nl-NL", { hour: "2-digit", minute: "2-digit" });
    const day = new Intl.DateTimeFormat("nl-NL", { day: "numeric", month: "long" });

    function when(moment) {
        const at = new Date(moment), today = at.toDateString() === new Date().toDateString();
        return today ? clock.format(at) : `${day.format(at)}, ${clock.format(at)}`;
    }

    function status({ activity, hideTimestamp }) {
        if (activity.id) return !hideTimestamp && activity.timestamp && small(when(activity.timestamp));
        return small(activity.channelData?.["webchat:send-status"] === "send failed" ? "Niet verzonden" : "Wordt verzonden");
    }

    // Web Chat hands out no React; this is all that an element of it is.
    function small(children) {
        const props = { className: "when", children };
        return { $$typeof: Symbol.for("react.element"), type: "span", key: null, ref: null, props, _owner: null };
    }

    const words = {
        ACTIVITY_BOT_SAID_ALT: "Laadmaat zei:",
        ACTIVITY_BOT_ATTACHED_ALT: "Laadmaat liet zien:",
        ACTIVITY_YOU_ATTACHED_ALT: "U stuurde mee:",
        ACTIVITY_INTERACTIVE_FOOTNOTE_ALT: "Druk op Enter om naar de knoppen en velden te gaan.",
        ACTIVITY_INTERACTIVE_REASON_INTERACTIVE_CONTENT_ALT: "Dit bericht heeft knoppen of velden.",
        ACTIVITY_INTERACTIVE_REASON_LINK_ALT: "Dit bericht heeft een link.",
        ADAPTIVE_CARD_ERROR_BOX_TITLE_PARSE: "Deze kaart kan hier niet getoond worden",
        ADAPTIVE_CARD_ERROR_BOX_TITLE_RENDER: "Deze kaart kan hier niet getoond worden",
        CONNECTIVITY_STATUS_ALT_CONNECTING: "Het gesprek wordt geopend…",
        CONNECTIVITY_STATUS_ALT_FATAL: "Het gesprek kan niet geopend worden.",
        CONNECTIVITY_STATUS_ALT_RENDER_ERROR: "Er ging iets mis. Open deze pagina opnieuw.",
        CONNECTIVITY_STATUS_ALT_SLOW_CONNECTION: "Het duurt langer dan anders.",
        KEYBOARD_HELP_CHAT_HISTORY_HEADER: "Eerdere berichten",
        KEYBOARD_HELP_CHAT_HISTORY_ACCESS_ITEMS_IN_MESSAGE_BODY: "Enter",
        KEYBOARD_HELP_CHAT_HISTORY_ACCESS_ITEMS_IN_MESSAGE_HEADER: "Naar de knoppen en velden van een bericht",
        KEYBOARD_HELP_CHAT_HISTORY_LEAVE_MESSAGE_BODY: "Escape",
        KEYBOARD_HELP_CHAT_HISTORY_LEAVE_MESSAGE_HEADER: "Een bericht verlaten",
        KEYBOARD_HELP_CHAT_HISTORY_MOVE_BETWEEN_ITEMS_BODY: "Tab\nShift en Tab",
        KEYBOARD_HELP_CHAT_HISTORY_MOVE_BETWEEN_ITEMS_HEADER: "Van knop naar knop in een bericht",
        KEYBOARD_HELP_CHAT_HISTORY_MOVE_BETWEEN_MESSAGES_BODY: "Pijl omhoog\nPijl omlaag",
        KEYBOARD_HELP_CHAT_HISTORY_MOVE_BETWEEN_MESSAGES_HEADER: "Van bericht naar bericht",
        KEYBOARD_HELP_CHAT_WINDOW_BODY_DO_ACTION_BODY: "Enter",
        KEYBOARD_HELP_CHAT_WINDOW_BODY_DO_ACTION_HEADER: "Op een knop drukken",
        KEYBOARD_HELP_CHAT_WINDOW_BODY_MOVE_BETWEEN_ITEMS_BODY: "Tab\nShift en Tab",
        KEYBOARD_HELP_CHAT_WINDOW_BODY_MOVE_BETWEEN_ITEMS_HEADER: "Door het gesprek gaan",
        KEYBOARD_HELP_CHAT_WINDOW_HEADER: "Gesprek",
        KEYBOARD_HELP_HEADER: "Met het toetsenbord",
        SEND_BOX_IS_EMPTY_TOOLTIP_ALT: "Typ eerst een bericht.",
        SUGGESTED_ACTIONS_LABEL_ALT: "Antwoorden om uit te kiezen",
        TEXT_INPUT_ALT: "Uw bericht",
        TEXT_INPUT_PLACEHOLDER: "Typ uw bericht",
        TEXT_INPUT_UPLOAD_BUTTON_ALT: "Bestand meesturen",
        TEXT_INPUT_DROP_ZONE: "Laat het bestand hier los",
        TEXT_INPUT_LENGTH_EXCEEDED_ALT: "Uw bericht is te lang.",
        TEXT_INPUT_ATTACHMENTS_ONE: "1 bestand",
        TEXT_INPUT_ATTACHMENTS_TWO: "$1 bestanden",
        TEXT_INPUT_ATTACHMENTS_FEW: "$1 bestanden",
        TEXT_INPUT_ATTACHMENTS_MANY: "$1 bestanden",
        TEXT_INPUT_ATTACHMENTS_OTHER: "$1 bestanden",
        TEXT_INPUT_TELEPHONE_KEYPAD_BUTTON_ALT: "Cijfers",
        TELEPHONE_KEYPAD_INPUT_MESSAGE: "Typ één cijfer",
        TOAST_DISMISS_BUTTON: "Sluiten",
        TRANSCRIPT_ARIA_LABEL_ALT: "Het gesprek. Ga met de pijltjes van bericht naar bericht.",
        TRANSCRIPT_ARIA_ROLE_ALT: "gesprek",
        TRANSCRIPT_LIVE_REGION_INTERACTIVE_LABEL_ALT: "Dit bericht heeft knoppen of velden. Ga met Shift en Tab naar het gesprek en druk op Enter.",
        TRANSCRIPT_LIVE_REGION_INTERACTIVE_WITH_LINKS_LABEL_ALT: "Dit bericht heeft een link. Ga met Shift en Tab naar het gesprek en druk op Enter.",
        TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_LABEL_ALT: "U kunt uit antwoorden kiezen. Druk op Shift en Tab om erheen te gaan.",
        TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_WITH_ACCESS_KEY_LABEL_ALT: "U kunt uit antwoorden kiezen. Druk op $1 om erheen te gaan.",
        TRANSCRIPT_TERMINATOR_TEXT: "Einde van het gesprek",
        TYPING_INDICATOR_ALT: "Laadmaat schrijft",
    };

    const INK = "#1b2733", SOFT = "#55616d", BLUE = "#2f5d9b", PAPER = "#ffffff", BACK = "#f3f5f7";
    const LETTERS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif";

    window.WebChat.renderWebChat({
        directLine: line,
        userID: "u",
        username: "U",
        locale: "nl-NL",
        overrideLocalizedStrings: words,
        activityStatusMiddleware: () => () => status,
        adaptiveCardsHostConfig: hostConfig(LETTERS, INK, SOFT, BLUE),
        styleOptions: {
            primaryFont: LETTERS, accent: BLUE, subtle: SOFT, backgroundColor: BACK, timestampColor: SOFT,
            rootHeight: "100%", paddingRegular: 12, paddingWide: 12, fontSizeSmall: "85%",
            bubbleBackground: PAPER, bubbleTextColor: INK, bubbleBorderRadius: 12, bubbleBorderColor: "#cfd6dd", bubbleMaxWidth: 640,
            bubbleMinHeight: 44, bubbleAttachmentMaxWidth: 640, bubbleMessageMaxWidth: 640, bubbleAttachmentMinWidth: 250,
            bubbleFromUserBackground: BLUE, bubbleFromUserTextColor: PAPER, bubbleFromUserBorderColor: BLUE, bubbleFromUserBorderRadius: 12,
            sendBoxHeight: 56, sendBoxTextColor: INK, sendBoxPlaceholderColor: SOFT, sendBoxButtonColor: BLUE, sendBoxMaxHeight: 160,
            suggestedActionLayout: "stacked", suggestedActionsStackedHeight: "auto", suggestedActionHeight: 44,
            suggestedActionTextColor: BLUE, suggestedActionBorderColor: BLUE, suggestedActionBorderRadius: 8,
            suggestedActionBackgroundColor: PAPER, suggestedActionsStackedLayoutButtonTextWrap: true,
            groupTimestamp: 300000, sendTimeout: 300000, hideTelephoneKeypadButton: true, uploadMultiple: false,
            
            autoScrollSnapOnPage: true, autoScrollSnapOnPageOffset: -8,
        },
    }, place);

    const pane = () => place.querySelector(".webchat__basic-transcript__scrollable");
    const newest = () => [...place.querySelectorAll(".webchat__basic-transcript__activity")].at(-1);

    // Web Chat likes to go to the end; stay where the reader is until it gives that up.
    function stay(top, until = performance.now() + 600) {
        pane().scrollTop = top;
        if (performance.now() < until) requestAnimationFrame(() => stay(top, until));
    }

    // What "Meer" opens begins where it was pressed, and the keyboard stays there.
    const OTHER = { Meer: "Minder", Minder: "Meer" };
    place.addEventListener("click", ({ target, detail }) => {
        const button = target.closest(".ac-pushButton"), other = OTHER[button?.title], card = button?.closest(".ac-adaptiveCard");
        if (other) {
            stay(pane().scrollTop);
            setTimeout(() => {
                card.querySelectorAll(":not(button)[aria-expanded]").forEach((one) => one.removeAttribute("aria-expanded")); // nothing to press
                card.querySelector(`.ac-pushButton[title="${other}"]`)?.focus({ preventScroll: true });
            });
        } else if (button && detail === 0) {
            goOn();
        }
    }, true);

    // A card that was pressed by a key and changed takes the focus with it: then go on at the newest message.
    function goOn(until = performance.now() + 5000) {
        if (document.activeElement === document.body) place.querySelector(".webchat__basic-transcript")?.focus({ preventScroll: true });
        else if (performance.now() < until) setTimeout(() => goOn(until), 100);
    }

    // A conversation opens at its end, but a last message that is taller than the page at its beginning.
    const opened = new MutationObserver(() => {
        if (!newest()) return;
        opened.disconnect();
        setTimeout(() => {
            const last = newest();
            if (last.offsetHeight > pane().clientHeight) stay(last.offsetTop);
        }, 300);
    });
    opened.observe(place, { childList: true, subtree: true });

    function hostConfig(fontFamily, ink, soft, blue) {
        const colours = {
            default: { default: ink, subtle: soft }, dark: { default: ink, subtle: soft }, light: { default: "#ffffff", subtle: "#e6eaee" },
            accent: { default: blue, subtle: blue }, good: { default: "#1d6f5c", subtle: "#1d6f5c" },
            warning: { default: "#7a4d00", subtle: "#7a4d00" }, attention: { default: "#b3261e", subtle: "#b3261e" },
        };
        const letter = parseFloat(getComputedStyle(document.documentElement).fontSize); // larger for whoever wants that
        const sized = (part) => Math.round(part * letter);
        return {
            fontFamily,
            supportsInteractivity: true,
            fontSizes: { small: sized(0.875), default: sized(0.9375), medium: sized(1.0625), large: sized(1.25), extraLarge: sized(1.5) },
            spacing: { none: 0, small: 6, default: 10, medium: 14, large: 18, extraLarge: 24, padding: 14 },
            separator: { lineThickness: 1, lineColor: "#d9dfe5" },
            containerStyles: {
                default: { backgroundColor: "#ffffff", foregroundColors: colours },
                emphasis: { backgroundColor: "#eef2f6", foregroundColors: colours },
                accent: { backgroundColor: "#e3ecf7", foregroundColors: colours },
                good: { backgroundColor: "#e2f2ee", foregroundColors: colours },
                warning: { backgroundColor: "#fff3d6", foregroundColors: colours },
                attention: { backgroundColor: "#fbe7e5", foregroundColors: colours },
            },
            actions: {
                maxActions: 6, actionsOrientation: "vertical", actionAlignment: "stretch", buttonSpacing: 8, spacing: "default",
                showCard: { actionMode: "inline" },
            },
            textBlock: { headingLevel: 2 },
        };
    }
})();
