#!/usr/bin/env bash
# Install the free fonts for papers: deploy/fonts.sh [FOLDER]
# FOLDER is DULY_FONTS, else var/fonts. Fandol comes out of Debian's TeX package without installing
# it (its 49 MB, not the 268 MB that it drags in); Noto CJK stands behind it for rare characters.
# The court's own licensed fonts go into FOLDER/court and come first.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
# shellcheck source=deploy/say.sh
. deploy/say.sh
# shellcheck source=deploy/packages.sh
. deploy/packages.sh

folder=${1:-${DULY_FONTS:-var/fonts}}
fandol=(FandolFang-Regular.otf FandolHei-Regular.otf FandolSong-Bold.otf)
noto=(NotoSerifCJK-Regular.ttc NotoSerifCJK-Bold.ttc)

all_there() {
    local name
    for name in "$@"; do
        [ -s "$folder/$name" ] || return 1
    done
}

# take PACKAGE NAME…: put the named files of a Debian package into the folder.
take() {
    local package=$1 name found
    shift
    say_detail "下载 / downloading $package"
    (cd "$scratch" && apt-get -qq download "$package" >/dev/null 2>&1) ||
        refresh_and_download "$package"
    dpkg-deb -x "$scratch/$package"_*.deb "$scratch/$package"
    for name in "$@"; do
        found=$(find "$scratch/$package" -name "$name" -type f -print -quit)
        [ -n "$found" ] || refuse "软件包 $package 中没有字体 $name / $package lacks $name"
        install -m 644 "$found" "$folder/.$name.new"
        mv -f "$folder/.$name.new" "$folder/$name"
    done
    rm -rf "${scratch:?}/$package" "$scratch/$package"_*.deb
}

# The lists of packages may be missing on a fresh machine; to fetch them needs root once.
refresh_and_download() {
    may_be_root || refuse "需要 root 或 sudo 权限更新软件包列表，以取得字体 / root or sudo is needed once to update the package lists for the fonts"
    as_root apt-get -qq update >/dev/null || refuse "软件包列表更新失败 / apt-get update failed"
    (cd "$scratch" && apt-get -qq download "$1" >/dev/null 2>&1) ||
        refuse "无法下载软件包 $1 / cannot download $1"
}

mkdir -p "$folder" || refuse "字体文件夹不能建立 / the font folder cannot be made: $folder"
folder=$(readlink -f "$folder")
if all_there "${fandol[@]}" "${noto[@]}"; then
    say_detail "字体已在 / fonts are there: $folder"
    exit 0
fi
scratch=$(mktemp -d "${TMPDIR:-/tmp}/duly-fonts.XXXXXX")
chmod 755 "$scratch"
trap 'rm -rf "$scratch"' EXIT
all_there "${fandol[@]}" || take texlive-lang-chinese "${fandol[@]}"
all_there "${noto[@]}" || take fonts-noto-cjk "${noto[@]}"
say_detail "字体已装入 / fonts installed: $folder"
