" What :cgetfile makes of the file "printed": FILE LINE e|w, one a line.
cgetfile printed
let valid = filter(getqflist(), 'v:val.valid')
call writefile(map(valid, 'bufname(v:val.bufnr) . " " . v:val.lnum . " " . v:val.type'), 'vim')
qall!
