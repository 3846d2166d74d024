@rem npm start says exec, so that the shell gives way to the server and signals reach it; Windows has no such word.
@%*
