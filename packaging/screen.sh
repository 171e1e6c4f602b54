# shellcheck shell=sh
# Sourced. Tells whether there is a screen that a window can be shown on.

has_screen() {
    [ "$(uname -s)" = Darwin ] && return 0
    if [ -n "${WAYLAND_DISPLAY:-}" ]; then return 0; fi
    case "${DISPLAY:-}" in
        "") return 1 ;;
        # A local display that nobody serves is none.
        :*) number=${DISPLAY#:} && [ -S "/tmp/.X11-unix/X${number%%.*}" ] ;;
        *) return 0 ;;
    esac
}

# Runs a command on a virtual screen the size of a small laptop's.
on_virtual_screen() {
    env -u WAYLAND_DISPLAY xvfb-run --auto-servernum --server-args "-screen 0 1280x800x24 -nolisten tcp" "$@"
}
