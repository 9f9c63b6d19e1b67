SELECT 'ö😀';
